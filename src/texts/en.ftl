### What Keepsake says. People send photos of those they miss: plain, warm, no jokes.

## First words

start =
    Hello. Send me a photo of someone, old or new, and I will make a short clip in which the face comes to life: a glance around, a blink, the hint of a smile.

    If there are several people in it, you choose who moves. More: /help
start-group =
    Hello. Reply to a photo in this chat with /animate, and I will make a short clip in which the face comes to life. More: /help
consent = Please send only photos that you have the right to use, and think of what the people in them, or their families, would want. Every clip carries a small “AI” mark: the movement is made by a computer and never really happened. Privacy: /privacy
    .web = Please use only photos that you have the right to use, and think of what the people in them, or their families, would want. Every clip carries a small “AI” mark: the movement is made by a computer and never really happened. What happens to photos here: /privacy
consent-caption = The movement is made by a computer and never happened; the small “AI” mark says so. Please send only photos that you may use. What happens to them: /privacy
help =
    • Send a photo. Sent as a file it keeps more detail, so small faces turn out better.
    • In groups, reply to a photo with /animate.
    • Under the clip you choose another face, everyone, the whole photo, another gesture, or stronger and gentler movement.
    • Or just say so: “smile”, “make her wink”, “everyone”, “gentler”.
    • Reply to a clip with /file to get it as a file.
    • Reply to a clip with a video or a GIF of a face, and it makes that movement.
    • Reply to a clip with a song or a voice message, and the face moves to its beat.
    • /privacy: what is kept. /forget: delete everything of yours. /report: tell the operator about a clip.

    Best is a sharp photo in which the face is at least 100 pixels wide and looks roughly towards the camera.
    .discord =
        • In a server: /animate with a photo. Or press (right-click) a message that has a picture and choose Apps > Animate. Or mention me with a photo.
        • In direct messages: just send a photo.
        • Under the clip you choose another face, another gesture, or stronger and gentler movement.
        • Or reply to it and say so: “smile”, “make her wink”, “everyone”, “gentler”.
        • /animate with a motion: a video or GIF of a face, whose movement is made. Or, on a message with one, Apps > Use as motion.
        • /animate with music: a song or a voice message, to whose beat the face moves.
        • Behind ⋯: keep the clip as a video, report it, delete it, or have it taken down if it shows you.
        • /privacy: what is kept. /forget: delete everything of yours. Apps > Report clip, on a clip’s message, tells the operator.

        Best is a sharp photo in which the face is at least 100 pixels wide and looks roughly towards the camera.
    .web =
        • Choose a photo, or several at once. On a computer you can also drop them anywhere on this page, or paste them.
        • If there are several people in it, tap the one who is to move, or choose everyone.
        • Under the clip you choose the whole photo, another gesture, or stronger and gentler movement. There you can also save the clip, or delete it together with its photo. The heart keeps it in your album.
        • Move like me: film a movement with the camera, or choose a video of a face, and the face in the photo makes it.
        • What happens to your photos: /privacy

        Best is a sharp photo in which the face is at least 100 pixels wide and looks roughly towards the camera.
privacy =
    What is kept: your photos, the clips made from them, and chat and message IDs, without which the buttons would not work. Photos and clips are stored encrypted on the operator’s own machine, to which the operator has the key, and deleted { $hours ->
        [one] after one hour
       *[other] after { $hours } hours
    }. No names are kept, nobody is recognised, nothing is used for training, and nothing is passed on to anyone. That you have seen the first notice is remembered for half a year after your last photo.

    If you send a video so that a face makes its movement, the video is measured and deleted at once, and its sound is never read. What stays is the movement as numbers: as long as its clips, or, if you keep it, until you delete it or have not used it for half a year. Talking is taken out of it, so no words can be put into anybody’s mouth.

    If you send a song or a voice message, it is listened to for its beat and deleted at once. The bars that are heard in the clip are kept with that, and as long. The sound is yours, the movement is artificial, and the lips stay closed.

    To delete all of it now: /forget
    .web =
        What is kept: your photos, the clips made from them, what is said on this page, and a cookie by which it knows your browser again. Everything but the cookie is stored encrypted on the operator’s own machine, to which the operator has the key, and deleted { $hours ->
            [0] only when you delete it
            [one] after one hour
           *[other] after { $hours } hours
        }. What you keep in your album stays, with what you write under it, until you take it out, or until nobody has looked at the album for half a year. Nobody is recognised, nothing is used for training, and nothing is passed on to anyone. That you have seen the first notice is remembered for half a year after your last photo.

        If you film a movement or choose a video so that a face makes its movement, the video is measured and deleted at once; sound is neither recorded nor read. What stays is the movement as numbers: as long as its clips, or, if you keep it, until you delete it or have not used it for half a year. Talking is taken out of it, so no words can be put into anybody’s mouth. While the camera is on, a small still is looked at every second, to tell you whether your face is seen; none is kept.

        To delete all of it now: /forget
privacy-contact = The operator of this bot: { $contact }
    .web = The operator of this page: { $contact }
privacy-no-contact = The operator of this bot has not published a contact. In a group, ask whoever added it.
    .web = The operator of this page has not published a contact. Ask whoever told you about it.

## While a photo is in work

status-seen = I have your photo. Looking for faces …
status-wanted = Starting …
status-waiting =
    { $place ->
        [one] You are next in line,
       *[other] You are number { $place } in line,
    } { $unit ->
        [seconds] about { $amount } s.
       *[minutes] about { $amount } min.
    }
status-looking = Looking for faces …
status-measuring = Measuring the movement …
status-listening = Listening for the beat …
status-rendering = Making the clip … about { $seconds } s
status-sending = Sending the clip …
clip-unsure = I sent the clip, but the connection broke before I heard whether it arrived. If it is not here, please send the photo once more.

## The clip

caption = { $gesture }
caption-face = Face { $face } of { $faces } · { $gesture }
caption-everyone = Everyone · { $gesture }
caption-some =
    Moving: { $moving } of { $faces } faces. { $why ->
        [many] No more than these, the largest, can move at once.
       *[cannot] The others are too small or turned too far away.
    }
caption-level = { $caption } · { $level ->
        [1] very gentle
        [2] gentle
        [4] strong
       *[5] very strong
    }
faces-strip = I found { $faces } faces, numbered from left to right, and I begin with number { $first }. To see another one, tap its number.
choose-face = Choose a face
choose-gesture = Choose a gesture
list-face = Face { $face }
list-faces = Who is who?
clip-alt = Photo with artificial movement: { $caption }
button-everyone = Everyone
button-whole-photo = Whole photo
button-close-up = Close-up
button-original = Unretouched
button-enhanced = Sharpened
button-stronger = Stronger
button-gentler = Gentler
button-file = Save as file
    .discord = Save as video
button-save = Save as …
button-save-file = File
button-save-gif = GIF
button-save-sticker = Sticker
button-save-round = Round video
button-save-live = Live photo
button-share = Share
button-more = More …
button-faces = Faces
button-other = ⋯
button-back = ‹ Back
button-report = Report
button-cancel = Cancel
button-delete = Delete
button-delete-yes = Yes, delete it
button-delete-no = Keep it
button-delete-reported = Delete this clip
button-try = Try this photo
button-take-down = This is me: remove
button-take-down-yes = Yes, take it down
button-restore = Allow it again

## The gestures, as buttons and menus name them; “.caption”, where a language wants one, stands under a clip

gesture-nostalgia = Come alive
gesture-smile = Smile
gesture-laugh = Laugh
gesture-blink = Blink
gesture-wink = Wink
gesture-look = Look around
gesture-turn = Turn head
gesture-tilt = Tilt head
gesture-nod = Nod
gesture-shake = Shake head
gesture-surprise = Raise eyebrows
gesture-kiss = Kiss
gesture-sigh = Sigh
gesture-asleep = Doze off
gesture-drift = Slow drift

## Answers to taps

press-on-it = On it.
press-already = This one is already being made.
press-gone = This photo has already been deleted. To make another clip, please send it again.
press-strange = This button no longer works. Please send the photo again.
press-delete-ask = Delete the photo and all its clips?
press-not-yours = Only the person who sent the photo can delete it.
press-take-down-ask = If you are in this picture, it is taken down in this chat at once. Whoever sent it and the operator are told, but not who you are.
press-taken-down = It is taken down. Thank you for saying so.
press-take-down-enough = You have had several pictures taken down here today. For more, please write to the operator; /privacy says how.
press-is-down = Somebody in this picture does not want it shown here. If you sent it and think this is a mistake, please write to the operator: /privacy
press-restored = It may be shown again.
press-shown = This is the one shown here.
press-cancelled = Cancelled.
press-cancel-not-yours = Only the person who asked for it can cancel it.
press-cancel-late = There is nothing left to cancel.

## Answers to what people write

wish-unclear = I did not quite understand. You can ask for one of these: { $gestures }. Or say “everyone”, “gentler”, “stronger”, or the number of a face.
wish-welcome = You are very welcome.

## Answers to what cannot be done

refused-user-full = Several of your clips are waiting already. Please send the next photo when one of them has arrived.
refused-chat-full = Many clips are waiting in this chat already. Please try again { $minutes ->
        [one] in a minute.
       *[other] in { $minutes } minutes.
    }
refused-line-full = I am very busy just now. Please try again { $minutes ->
        [one] in about a minute.
       *[other] in about { $minutes } minutes.
    }
refused-quota = You have had as many clips as one person can have in an hour. Please try again { $minutes ->
        [one] in a minute.
       *[other] in { $minutes } minutes.
    }
refused-no-room = There is no room for anything new just now. Room is made as older photos are deleted; please try again in a few hours.
refused-share = You have as many photos here as one person may have at a time. Please delete one that you no longer need, or wait until the oldest are deleted by themselves.
refused-connection = Very many photos have come from your connection lately. Please try again { $minutes ->
        [one] in a minute.
       *[other] in { $minutes } minutes.
    }
album-rest =
    { $left ->
        [one] One photo of the album is left over,
       *[other] { $left } photos of the album are left over,
    } because I take only a few at a time. Please send the rest when these clips have arrived.
animate-what = Reply to a photo with /animate, and I will bring the face in it to life.
    .discord = Choose a photo with /animate, or press (right-click) a message that has one and choose Apps > Animate.
animate-send = Just send me a photo, and I will bring the face in it to life.
file-what = Reply to one of my clips with /file, and I will send it as a file. Its photo must still be kept here.
no-files-here = I am not allowed to post files here, so I cannot send the clip. A moderator of this server can allow me to attach files. Or send me the photo in a direct message.
save-refused = This chat does not allow that. “File” under “Save as …” should work here.
save-failed = That did not work. I am sorry. Please try it once more a little later.
answer-here = I could not answer in the channel where you asked, so I answer here.
inline-start = Send me a photo first
guest-begin = To bring the clip here I need you to have written to me once. Please open { $link } and ask again here.
pick-picture = Which of the pictures?
pick-number = Picture { $number }
other-text = I work with photos. Please send me one with a face in it. More: /help
other-sticker = I cannot use stickers. Please send me a photo with a face in it.
other-video = I bring photos to life, not videos. Please send me a single picture from it, as a photo. Or reply to a clip with it: the face then makes the movement in the video.
other-sound = I can let a face move to this. Send me a photo first, then reply to its clip with the song or the voice message.
other-file = This file is not a picture that I can use. Please send me a photo (JPEG, PNG or WebP).
other-something = I cannot use this. Please send me a photo with a face in it.
not-allowed = This bot serves only the chats of the people who run it. This chat’s ID is { $chat }, in case you want to ask them.
    .web = This page serves only the people whom its operator has let in. Your ID here is { $chat }, in case you want to ask.
fetch-failed = I could not download your photo. Please send it once more.
movement-first = The face in the photo makes the movement of your video. The video is only measured and then deleted at once; its sound is not read. Lips do not follow talking: no words are put into anybody’s mouth.
movement-not-fetched = I could not download your video. Please send it once more.
movement-title = Filmed movement
movement-number = Movement { $number }
movement-kept = Kept as “{ $title }”. You find it under More. /movement and a name, in reply to this clip, calls it something else.
    .discord = Kept as “{ $title }”. In direct messages you find it among the gestures under every clip.
movement-named = This movement is called “{ $title }” now. You find it under More.
movement-dropped = This movement is deleted.
movement-gone = This movement is no longer kept. Please send the video once more.
    .web = This movement is no longer kept. Please film it once more.
movement-not-yours = Only the person who sent the video can keep its movement.
movement-full = You keep { $limit } movements already. Delete one first: make a clip with it, then More > Delete movement.
    .discord = You keep { $limit } movements already. In direct messages, make a clip with one of them, then delete it behind ⋯.
    .web = You keep { $limit } movements already. Delete one of them first, under “Move like me”.
movement-how = Reply to a clip or a photo with a video, a round video or a GIF of a face: the face in the photo makes that movement. Reply to the clip with /movement and a name, such as “/movement my nod”, and you can have it again for every photo.
    .discord = Use /animate with a photo and, as motion, a video or GIF of a face: the face in the photo makes that movement. Or press (right-click) a message with a video and choose Apps > Use as motion: the last clip here makes it.
button-keep-movement = Keep this movement
button-drop-movement = Delete movement
song-first = The face in the photo moves to your music: head, brows and eyes on the beat, the lips stay closed. Some bars of it are heard in the clip and are kept with it; the file itself is deleted at once.
song-not-fetched = I could not download your music. Please send it once more.
song-title = To the music
song-caption = Moved to your music (the sound is yours, the movement is artificial)
forget-done =
    { $photos ->
        [0] There is nothing left of yours here: no photo, no clip.
        [one] Deleted: your photo, all clips made from it, and everything noted about you.
       *[other] Deleted: your { $photos } photos, all clips made from them, and everything noted about you.
    }
forget-also =
    { $left ->
        [one] One of my messages is still in its chat:
       *[other] { $left } of my messages are still in their chats:
    } Telegram lets bots remove only what is less than two days old, and only where they are still members. Please delete it there yourself: press and hold the message, then choose Delete. In a group an administrator can do it.
    .discord =
        { $left ->
            [one] One of my messages is still in its channel:
           *[other] { $left } of my messages are still in their channels:
        } I can no longer remove anything there. Please delete it yourself, or ask a moderator.
forget-later = I cannot delete everything just now. I keep trying, and tell you here when it is done.
deleted = Deleted: the photo and all clips made from it.
deleted-clip = Deleted: this clip.
verify-how = Reply to a clip or a picture with /verify, and I will look whether it was made by Keepsake. Nothing of it is kept.
    .discord = To see whether a clip was made by Keepsake, press (right-click) its message and choose Apps > Made by Keepsake?, or send it with /verify. Nothing of it is kept.
verify-found = This was made by Keepsake. The movement in it is artificial: software made it from a still photo. What is seen to move never happened.
verify-not-found = I found no mark of Keepsake’s in it. That proves nothing: marks can be lost or removed, and other programs leave none.
verify-unreadable = I could not read this as a picture or a video, so I cannot tell.
verify-too-large = I could not fetch this file: it is too large for me, or no longer there.
verify-failed = Something went wrong while I looked at it. I am sorry; please try again a little later.
report-thanks = Thank you. The operator of this bot has been told and can look at it and delete it.
    .web = Thank you. The operator of this page has been told and can look at it and delete it.
report-contact = Thank you. Your report is noted. Please write to the operator of this bot, too: { $contact }
    .web = Thank you. Your report is noted. Please write to the operator of this page, too: { $contact }
report-noted = Thank you. Your report is noted for the operator of this bot.
    .web = Thank you. Your report is noted for the operator of this page.
report-again = Thank you. You have reported this clip already, and the report is noted.
report-enough = Thank you. There have been very many reports within an hour, so this one could not be taken. Please try again { $minutes ->
        [one] in a minute.
       *[other] in { $minutes } minutes.
    }
report-how = To report a clip, reply to it with /report. Privacy: /privacy
    .discord = To report a clip, press (right-click) its message and choose Apps > Report clip. Privacy: /privacy
    .web = To report a clip, choose “Report this clip” below it. What happens to photos here: /privacy
report-operator = Somebody has reported a clip. Chat { $chat }, message { $message }, photo { $photo }.
report-operator-unknown = Somebody has sent a report without a clip. Chat { $chat }, message { $message }.
take-down-operator = Somebody says that they are in a picture, and its clips were taken down in that chat. Chat { $chat }, photo { $photo }. If its sender objects, you can allow it again.
take-down-sender = Somebody in a photo that you sent does not want it shown in that chat, so I have taken down its clips there. Your photo itself I have not touched. If you think this is a mistake, please write to the operator, who can allow it again.

## What is wrong with a photo, and what to do

error-notAnImage = This file is not a picture. Please send a photo (JPEG, PNG or WebP).
error-unsupportedFormat = This kind of picture cannot be read here. Please send it as a JPEG or PNG.
error-fileTooLarge = This file is over 20 MB. Please send it as a photo instead of as a file, or make it smaller.
    .discord = This file is over 20 MB. Please make it smaller.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = This picture has too many pixels. Please send it as a photo instead of as a file.
    .discord = This picture has too many pixels. Please make it smaller.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = This picture is too long or too wide. Please cut out the part with the face and send that.
error-tooSlowToRead = Reading this picture took too long. Please send it as an ordinary JPEG, or make it smaller.
error-damaged = This picture is damaged, and there is no whole face left in it. If you have the original, please send that.
error-noFace = There seems to be no face in this photo. It often helps to crop it closer to the person; please send me that.
    .web = No face was found in this photo. If there is one, draw a frame round it, and it is looked for there.
error-noSuchFace = There is no face with that number in this photo. Please choose one of the numbers under the clip.
error-faceTooSmall = The face is too small in this photo to move well. Please send a closer crop or a larger scan, as a file if you can.
    .discord = The face is too small in this photo to move well. Please send a closer crop or a larger scan.
    .web = The face is very small in this photo. Draw a frame round it to try all the same, or use a closer crop or a larger scan.
error-faceTurnedAway = This face is turned too far to the side to move well. Please choose another face or another photo.
error-noSuchGesture = This gesture does not exist here. Please choose one of those under the clip.
error-gestureDoesNotSuit = This gesture does not suit the way this face looks. Please choose another one under the clip.
error-clipTooLarge = The clip came out too large to be sent here. Please choose another gesture.
error-cannotCutOut = I could not tell the person from the background in this photo, so there is no sticker of it.
error-tooMuchMemory = This picture needs more memory than there is for one. Please save it as a plain JPEG, or make it smaller, and send that.
error-tooMuchTime = Opening this picture takes too long. Please save it as a plain JPEG, or make it smaller, and send that.
error-videoUnreadable = This is not a video that can be read here. Please send an ordinary video (MP4).
error-videoTooLarge = This video is too large. A few seconds at no more than 1080p are enough.
error-videoTooLong = This video lasts longer than a minute. A few seconds are enough.
error-videoTooShort = This video is too short: there should be a second of the face at least.
error-videoNoFace = There seems to be no face in this video. It works best with one face, close to the camera and in good light.
error-videoSeveralFaces = There are several faces in this video, and it is not clear whose movement is meant. Please film one person alone.
error-videoFaceLost = The face in this video is hidden or cut away again and again. Please film it for a few seconds without a break.
error-videoStill = The face in this video hardly moves. Please film a nod, a wink, a smile or a look round.
error-soundUnreadable = There is no sound here that can be read. Please send an ordinary song or voice message (MP3, M4A or OGG).
error-soundTooLarge = This sound is too large. A minute of the song is enough.
error-soundTooLong = This sound lasts longer than twenty minutes. A song, or a minute of it, is enough.
error-soundTooShort = This sound is too short: about ten seconds with a beat are needed.
error-soundNoBeat = I hear no steady beat in this. It works best with a song to which one could clap along.
error-bug = Something went wrong here. I am sorry. Please send the photo once more a little later; /report tells the operator.
    .discord = Something went wrong here. I am sorry. Please send the photo once more a little later.
    .web = Something went wrong here. Sorry. Please try the photo once more a little later.

## How the bot describes itself

command-start = How this works
command-help = What I can do
command-animate = In reply to a photo: bring its face to life
    .discord = Bring the face in a photo to life
command-file = In reply to a clip: send it as a file
command-privacy = What is kept, and for how long
command-forget = Delete everything of mine now
command-verify = In reply to a clip: was it made by Keepsake?
    .discord = Was this made by Keepsake?
command-movement = In reply to a clip: keep its movement, by a name
command-report = Report a clip to the operator
    .discord = How to report a clip to the operator
bot-short-description = Gently brings faces in old photos to life.
bot-description = Send a photo of someone you love, and you get a short clip in which their face comes to life: a glance around, a blink, the hint of a smile. The movement is made by a computer and never happened; every clip says so with a small “AI” mark. Photos and clips are deleted after a while; /privacy says when.

## Names in Discord’s menus: one word for a command or an option, in lower case

name-animate = animate
name-help = help
name-privacy = privacy
name-forget = forget
name-verify = verify
name-report = report
menu-animate = Animate
menu-motion = Use as motion
menu-verify = Made by Keepsake?
menu-report = Report clip
name-file = file
option-file = The picture or video to look at
name-photo = photo
option-photo = The picture with the face
name-motion = motion
name-music = music
option-motion = A video or GIF of a face whose movement is made
option-music = A song or a voice message to whose beat the face moves
name-gesture = gesture
option-gesture = What the face should do
name-face = face
option-face = The face’s number, from left to right
name-everyone = everyone
option-everyone = Everyone in the photo moves
name-framing = framing
option-framing = How much of the photo is seen
name-strength = strength
option-strength = How strongly the face moves
strength-level =
    { $level ->
        [1] Very gentle
        [2] Gentle
        [3] As usual
        [4] Strong
       *[5] Very strong
    }

## On the page in the browser

page-lead = Add a photo of someone you love, and watch their face gently come to life.
page-private = Photos stay on the computer that runs Keepsake, and are deleted after a while.
page-choose = Choose a photo
page-camera = Take a photo
page-add = Add a photo
page-try = Try it with this photo
page-example = Example: an old photo, gently alive
page-hint = You can also drop a photo here, or paste it.
page-drop = Drop to add
page-sending = Sending your photo …
page-waiting = Waiting to be sent
page-again = Try again
page-remove = Remove
page-close = Close
page-history = Photos and clips
page-photo = Your photo
page-clips = Clips of this photo
page-face = Face
page-tap-face = Tap whoever is to move.
page-faces = Faces
page-gestures = Gestures
page-more = More
page-strength = Movement
page-actions = More to do with this clip
page-before = Hold to see the photo
page-progress = How far the clip is
page-heard-start = The clip is being made.
page-heard-half = Half done.
page-heard-ready = Ready:
page-play = Play
page-pause = Pause
page-download = Download
page-copy = Copy still image
page-copied = Copied: the picture that the clip was showing.
page-copy-failed = Your browser did not allow this. Please download the clip instead.
page-report = Report this clip
page-menu = Menu
page-help = How it works
page-privacy = Privacy
page-forget = Delete everything
page-forget-ask = Delete all your photos, all clips made from them, your album, and everything on this page?
page-forget-yes = Yes, delete everything
page-cancel = Keep it
page-offline = Connection lost. Trying again …
page-away = Keepsake cannot be reached just now. Trying again …
page-too-large-for-way = Something on the way to Keepsake takes no files of this size. Please use a smaller picture.
page-draw = Draw round the face
page-draw-hint = Drag a frame round the face.
page-draw-keys = The arrow keys move it; with Shift they change its size.
page-draw-use = Look here
page-moment = Choose a moment of the video
page-moment-use = Use this moment
page-no-video = This browser cannot show this video. Please use a single picture from it.
page-move = Move like me
page-film = Film a movement
page-film-choose = Choose a video
page-film-how = The face in the photo makes your movement: a nod, a wink, a smile, a look round. Lips do not follow talking.
page-film-privacy = Your video, six seconds from the camera or a minute at most from a file, is only measured on the machine that runs Keepsake, and deleted at once. Sound is neither recorded nor read. What stays is the movement, as numbers. While the camera is on, a small still goes there every second, to see whether your face is in it; none is kept.
page-film-opening = Please allow the use of the camera …
page-film-picture = What the camera sees
page-film-begin = Start
page-film-back = Back
page-film-look = Look into the camera, with your face in the oval.
page-film-nobody = No face can be seen yet. Look into the camera, where it is light.
page-film-far = Come a little closer.
page-film-several = Several faces can be seen. Only one should be there.
page-film-good = Your face can be seen well.
page-film-calm = Keep still for a moment, with a calm face …
page-film-now = Now: nod, smile, wink, look round
page-film-sending = Your video is being sent …
page-film-measuring = Your movement is being measured … about 15 seconds.
page-film-denied = The browser does not let this page use the camera. You can allow it at the sign beside the address, or choose a video.
page-film-none = No camera was found here. You can choose a video instead.
page-film-busy = The camera does not answer; perhaps another program is using it. Please try again, or choose a video.
page-film-insecure = Browsers give a page the camera only over https, and this one was opened without. You can choose a video instead.
page-film-unable = This browser cannot film on a page. You can choose a video instead.
page-film-too-large-for-way = Something on the way to Keepsake takes no files of this size. Please choose a shorter video.
page-movements = Your movements
page-movement-name = What is this movement called?
page-movement-example = My nod
page-movement-kept = Kept. You find it among the gestures, for every photo.
page-too-many = Too many requests. Please wait a minute.
page-invitation = This page is for invited guests. Please open the link that you were given, or enter its code.
page-keep = Keep
page-goes = Will be deleted
page-album = Album
page-album-empty = Nothing is kept yet. Tap the heart under a clip, and it stays here.
page-album-full = Your album is full. Take a clip out of it first, please.
page-photos = Photos
page-name = Name
page-years = Years
page-let-go = Take out of the album
page-let-go-ask = Take this clip out of the album? It is deleted, together with the reels that show it.
page-let-go-yes = Yes, take it out
page-save-as = Save as
page-still = Still picture
page-previous = Previous clip
page-next = Next clip
page-frame = Picture frame
page-frame-empty = The frame is still empty. What you keep with the heart will appear here.
page-frame-dark = This browser may let the screen go dark. Set the device’s screen timeout to “never”, or open the page by https.
page-elsewhere = On another screen
page-elsewhere-how = Scan this with the other device, or open the address there. It works once, within ten minutes, and lets that device see your photos and your album, as this one does.
page-elsewhere-local = Other devices cannot reach this page: it is open to this computer alone.
page-reel = Make a reel
page-reel-how = Tap the clips in the order in which they are to play.
page-reel-make = Make the reel
page-reel-working = The reel is being made
page-reel-failed = This reel could not be made. Please try once more.
page-reels = Reels
page-earlier = Earlier
page-later = Later
page-leave-out = Leave out
page-delete = Delete
page-in-album = In your album
page-saving = Your file is being made …
page-code = Code
page-code-enter = Come in
page-code-wrong = This code is not right, or it has been used already.
page-verify = Was this made by Keepsake?
page-verify-lead = Choose a clip or a picture, and I will look for Keepsake’s marks in it. Nothing of it is kept.
page-verify-choose = Choose a file
page-verify-hint = You can also drop it here, or paste it.
page-verify-drop = Drop to have it looked at
page-verify-looking = Looking for marks … this can take a few seconds.
page-verify-found = Made by Keepsake
page-verify-not-found = No mark found
page-verify-unreadable = Cannot be read
page-verify-picture = An invisible mark in the picture
page-verify-signature = Signed metadata (Content Credentials)
page-verify-note = A note in the file
page-verify-marks = Marks found
page-verify-software = The file itself says that software made it or changed it.
page-verify-unreachable = Keepsake cannot be reached just now. Please try again in a moment.

## The status page, for the operator

operator-title = Status
operator-open = Open
operator-secret-wrong = This is not the ADMIN_SECRET.
operator-later = Please wait a minute and try again.
operator-platforms = Platforms
operator-web = the page
operator-connected = connected
operator-not-connected = not connected
operator-running-for = Running for
operator-starts = Starts in 24 hours
operator-now = Now
operator-in-work = In work
operator-waiting = Waiting
operator-undelivered = Not delivered yet
operator-longest = Longest wait
operator-usual = A clip usually takes
operator-disk = On the disk
operator-photos = Photos
operator-clips = Clips
operator-albums = Clips in albums
operator-used = Used
operator-may-be-used = May be used
operator-no-limit = as much as there is
operator-free = Free
operator-next-deletion = Next deletion
operator-nothing-kept = nothing to delete
operator-memory = Memory
operator-memory-chat = Chat process
operator-memory-render = Render processes
operator-memory-free = Free on this machine
operator-workers = Other machines
operator-worker-usable = ready
operator-worker-gone = not heard any more
operator-worker-leaving = ending
operator-worker-otherVersion = another version of Keepsake: gets nothing
operator-worker-busy = In work
operator-worker-done = Made
operator-worker-failed = Failed
operator-worker-heard = Last heard
operator-redis = Redis between
operator-redis-well = answers
operator-redis-ill = does not answer
operator-redis-memory = Memory of Redis
operator-no-workers = None has come yet.
operator-failures = Without a clip, 24 hours
operator-refusals = Refused by limits, 24 hours
operator-none = None.
operator-quota = Clips of one person in an hour
operator-userFull = Waiting clips of one person
operator-chatFull = Waiting clips of one chat
operator-lineFull = The whole line
operator-errors = Last errors
operator-no-errors = None since the start.
operator-clips-per-hour = Clips per hour
operator-quiet = A quiet day: nobody has asked for a clip in the last 24 hours. All is well.
operator-without = without a clip
operator-stages = Time per stage, 24 hours
operator-half = half within
operator-most = 19 of 20 within
operator-decode = Reading the photo
operator-detect = Finding faces
operator-landmarks = Measuring faces
operator-enhance = Making faces clearer
operator-rig = Preparing the movement
operator-render = Drawing
operator-encode = Encoding
operator-total = In all
operator-invite = Invite somebody
operator-invite-how = For one person, once, within a week. They scan it, open the link, or type the code.
operator-invite-local = Nobody else can reach this page, so nobody needs an invitation.
operator-new-invitation = New invitation
operator-kind-notAnImage = Not a picture
operator-kind-unsupportedFormat = Unknown format
operator-kind-fileTooLarge = File too large
operator-kind-tooManyPixels = Too many pixels
operator-kind-sideTooLong = Picture too long
operator-kind-tooSlowToRead = Too slow to read
operator-kind-damaged = Damaged picture
operator-kind-noFace = No face
operator-kind-noSuchFace = No such face
operator-kind-faceTooSmall = Face too small
operator-kind-faceTurnedAway = Face turned away
operator-kind-noSuchGesture = No such gesture
operator-kind-gestureDoesNotSuit = Gesture does not suit
operator-kind-clipTooLarge = Clip too large
operator-kind-cannotCutOut = Could not be cut out
operator-kind-tooMuchMemory = Too much memory
operator-kind-tooMuchTime = Too much time
operator-kind-bug = Our own fault (see the log)
operator-kind-crash = Render process died
operator-kind-timeout = Took too long

## What people write, for a clip, in small letters and separated by commas; the titles of the gestures are understood as well

words-nostalgia = animate, animate it, come to life, bring to life, nostalgia
words-smile = a smile, big smile, grin, beam, be happy, look happy
words-laugh = a laugh, giggle, chuckle, laugh out loud
words-blink = a blink, close eyes, close her eyes, close his eyes, close your eyes, blink eyes
words-wink = a wink, wink at me, wink one eye
words-look = look about, glance around, look left and right, look to the side, move eyes, move the eyes
words-turn = turn, turn the head, turn her head, turn his head, turn your head, move head, move the head, move her head, move his head
words-tilt = tilt, tilt the head, tilt her head, tilt his head, tilt your head
words-nod = a nod, nod yes, say yes, nod head
words-shake = shake, shake the head, shake her head, shake his head, shake your head, say no
words-surprise = raise brows, raise the brows, raise the eyebrows, raise her eyebrows, raise his eyebrows, be surprised, look surprised, eyebrows
words-kiss = a kiss, blow a kiss, air kiss
words-sigh = a sigh, breathe out, breathe deeply, take a deep breath
words-asleep = doze, fall asleep, sleep, go to sleep, nod off
words-drift = slow drift, drift slowly, slow zoom, move the camera, camera move, ken burns
words-everyone = everybody, all, all of them, all faces, all together, both, both of them, the whole family, whole family
words-whole-photo = the whole photo, whole picture, the whole picture, full photo, full picture, entire photo, entire picture
words-close-up = closeup, portrait, just the face, only the face, zoom in
words-original = original, the original, without retouching
words-enhanced = enhanced, enhance, sharper, clearer
words-gentle = gentle, gently, soft, softly, slightly, subtle, small
words-gentler = more gentle, more gently, softer, weaker, less, less strong, calmer, too strong, not so strong, not so much, more subtle
words-strong = strong, strongly, big, a lot, wide
words-stronger = more strongly, bigger, more movement, a bit more, a little more, much more, not strong enough, too weak, wider
words-very = very, really, extremely, much
## Words that begin a wish; behind them anybody may be named.
words-ask = make, let, have, can you make, could you make, can you let, could you let, i want, i would like, i want to see, i would like to see, want, show me, show, try, can she, can he, can they, could she, could he, could they, she should, he should, they should
## Words that may stand anywhere and change nothing.
words-filler = please, pls, plz, now, just, a bit, a little, and, then, with, but, face, faces, number, nr, person, nd, rd, st, th, ok, okay, hi, hello
## Words that may stand in a wish that begins as one.
words-whom = her, him, them, his, their, she, he, they, it, the, this, that, to, do, look, be, of, in, on, one, man, woman, girl, boy, baby, lady, child, mother, father, mom, mum, dad, grandma, grandpa, grandmother, grandfather, sister, brother, my, our, photo, picture, face, again, also, too, for, me
## Words that look like a wish and are none; a text that has one is not taken for one.
words-not = don’t, do not, dont, not, never, no, without, smiles, smiled, smiling, laughs, laughed, laughing, winks, winked, blinks, blank, brink, bling, launch, mile, similar, simile, stile, smite, smelt, king, kids, kisses, miss, looks, looked, lock, book, node, nodes, nods, node, make me, make us, see that, your smile, lovely smile, beautiful smile, nice smile
## What in a group may be a mere remark about a clip, and is a wish only where the bot was spoken to.
words-remark = a smile, a laugh, a blink, a wink, a nod, kiss, a kiss, big smile, all, both, original, the original, portrait
## Words by which people say thank you.
words-thanks = thank you, thank you so much, thank you very much, thanks, thanks a lot, thx, many thanks, ty
