### What Keepsake says. People send photos of those they miss: plain, warm, no jokes.

## First words

start =
    Hello. Send me a photo of a person, old or new, and I will make a short clip in which the face moves: a look around, a blink, a hint of a smile.

    If there are several people in the photo, you can choose whose face moves. /help tells you more.
start-group =
    Hello. Answer a photo in this chat with /animate and I will make a short clip in which the face moves. /help tells you more.
start-example = This is what comes of a photo.
consent =
    Please send only photos that you may use, and think of what the people in them, or their families, would want. Every clip carries a small “AI” mark, because its movement is made by a computer and never happened. How I treat photos: /privacy
    .web = Please send only photos that you may use, and think of what the people in them, or their families, would want. Every clip carries a small “AI” mark, because its movement is made by a computer and never happened. How photos are treated here: /privacy
consent-caption = The movement is made by a computer and never happened; the small “AI” mark says so. Please send only photos that you may use. What happens to them: /privacy
help =
    • Send a photo, or an image as a file: files keep more detail, so small faces turn out better.
    • In groups, answer a photo with /animate.
    • Under the clip you choose another face, everyone at once, the whole photo, another gesture, or stronger and gentler movement.
    • /file as an answer to a clip sends it as a file for keeping.
    • /privacy says what is kept, /forget deletes everything of yours at once, /report tells the operator about a clip.

    Best is a photo in which the face is at least as large as a thumb, sharp, and not turned far to the side.
    .discord =
        • In a server: /animate with a photo. Or press (right-click) a message that has a picture and choose Apps > Animate. Or mention me with a photo.
        • Here with me alone: just send a photo.
        • Under the clip you choose another face, another gesture, or stronger and gentler movement.
        • /privacy says what is kept, /forget deletes everything of yours at once. Apps > Report clip, on a clip's message, tells the operator.

        Best is a photo in which the face is at least as large as a thumb, sharp, and not turned far to the side.
    .web =
        • Drop a photo anywhere on this page, paste it, or choose it; several at once, too.
        • If there are several people in it, tap the one whose face is to move, or choose everyone at once.
        • Under the clip you choose the whole photo, another gesture, or stronger and gentler movement. There you can also save the clip, or delete it together with its photo.
        • What happens to your photos: /privacy

        Best is a photo in which the face is at least as large as a thumb, sharp, and not turned far to the side.
privacy =
    What is kept: your photos, the clips made from them, and the numbers of the chat and of the messages, so that the buttons work. Photos and clips are encrypted on the operator's own machine, to which the operator has the key, and deleted { $hours ->
        [one] after one hour
       *[other] after { $hours } hours
    }. No names are kept, nobody is recognised, nothing is used for training, and nothing is passed on to anyone. That you have seen the first notice is remembered for half a year after your last photo.

    /forget deletes all of it at once.
    .web =
        What is kept: your photos, the clips made from them, what is said on this page, and a cookie by which it knows your browser again. All but the cookie is encrypted on the operator's own machine, to which the operator has the key, and deleted { $hours ->
            [one] after one hour
           *[other] after { $hours } hours
        }. No names are kept, nobody is recognised, nothing is used for training, and nothing is passed on to anyone. That you have seen the first notice is remembered for half a year after your last photo.

        To delete all of it now: /forget
privacy-contact = The operator of this bot: { $contact }
    .web = The operator of this page: { $contact }
privacy-no-contact = The operator of this bot has not given an address. In a group, ask whoever added it.
    .web = The operator of this page has not given an address. Ask whoever told you of it.

## While a photo is in work

status-seen = I have your photo. One moment, please.
status-wanted = One moment, please.
status-waiting =
    { $place ->
        [one] You are next in line,
       *[other] You are number { $place } in line,
    } { $unit ->
        [seconds] about { $amount } s.
       *[minutes] about { $amount } min.
    }
status-looking = Looking for faces …
status-rendering = Making the clip … about { $seconds } s
status-sending = Sending the clip …
clip-unsure = I have sent the clip, but the line broke before I heard whether it arrived. If it is not here, send me the photo once more, please.

## The clip

caption = { $gesture }
caption-face = Face { $face } of { $faces } · { $gesture }
caption-everyone = Everyone · { $gesture }
caption-some =
    Moving: { $moving } of { $faces } faces. { $why ->
        [many] No more than these, the largest, move at once.
       *[cannot] The others are too small, or turned too far away.
    }
caption-level = { $caption } · { $level ->
        [1] very gentle
        [2] gentle
        [4] strong
       *[5] very strong
    }
clip-alt = A short clip without sound: { $caption }
level-1 = very gentle
level-2 = gentle
level-3 = normal
level-4 = strong
level-5 = very strong
faces-strip = I found { $faces } faces, numbered from left to right, and I begin with number { $first }. Tap another number if you would rather see that one.
choose-face = Choose a face
choose-gesture = Choose a gesture
button-everyone = Everyone
button-whole-photo = Whole photo
button-close-up = Close-up
button-original = Original
button-enhanced = Enhanced
button-stronger = Stronger
button-gentler = Gentler
button-file = As a file
button-gif = GIF
button-sticker = Sticker
button-round = Round video
button-live = Live photo
button-share = Share
button-try = Try it with this photo
button-more = More …
button-faces = Faces
button-other = ⋯
button-back = ‹ Back
button-report = Report
button-cancel = Cancel
button-start = Make a clip
button-delete = Delete
button-remove-me = This is me: remove
button-remove-yes = Yes, remove it
button-delete-yes = Yes, delete it
button-delete-no = Keep it
button-delete-reported = Delete this clip

## The gestures, as buttons, menus and captions name them

gesture-nostalgia = Come alive
gesture-smile = Smile
gesture-laugh = Laugh
gesture-blink = Blink
gesture-wink = Wink
gesture-look = Look around
gesture-turn = Turn the head
gesture-tilt = Tilt the head
gesture-nod = Nod
gesture-shake = Shake the head
gesture-surprise = Raise the brows
gesture-kiss = Kiss

## Answers to taps

press-on-it = One moment, please.
press-already = This one is already being made.
press-gone = This photo has been deleted by now. Send it again to make another clip.
press-strange = This button no longer works. Send the photo again, please.
press-delete-ask = Delete the photo and all its clips?
press-not-yours = Only the person who sent the photo can delete it.
press-shown = This is the one shown here.
press-cancelled = Cancelled.
press-cancel-not-yours = Only the person who asked for it can cancel it.
press-cancel-late = There is nothing left to cancel.
press-no-sticker = I could not cut the person out of this photo, so there is no sticker of it.

## Answers to what cannot be done

refused-user-full = You have several clips waiting already. Send me the next photo when one of them has arrived, please.
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
refused-no-room = I have no room for anything new just now. Room is made as older photos are deleted; please try again in a few hours.
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
animate-what = Answer a photo with /animate, and I will make its face move.
    .discord = Choose a photo with /animate, or press (right-click) a message that has one and choose Apps > Animate.
file-what = Answer one of my clips with /file, and I will send it as a file. It has to be from a photo that I still have.
no-files-here = I am not allowed to send files here, so I cannot bring the clip. Whoever runs this server can allow me to attach files. Or send me the photo in a direct message.
answer-here = I could not answer in the channel where you asked, so I answer here.
inline-start = Send me a photo first
guest-what = Reply to a photo with my name, and I make its face move.
pick-picture = Which of the pictures?
pick-number = Picture { $number }
other-text = I work with photos. Send me one with a face in it, please; /help tells you more.
other-sticker = I cannot use stickers. Send me a photo with a face in it, please.
other-video = I cannot use videos. Send me a single picture from it, as a photo, please.
other-file = This file is not a picture that I can use. Send me a photo (JPEG, PNG or WebP), please.
other-something = I cannot use this. Send me a photo with a face in it, please.
not-allowed = This bot serves only the chats of the people who run it. The number of this chat is { $chat }, in case you want to ask them.
    .web = This page serves only the people whom its operator has let in. Your number here is { $chat }, in case you want to ask.
fetch-failed = I could not fetch your photo. Please send it once more.
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
    } Telegram lets bots remove only what is less than two days old, and only where they are still members. Please delete it there yourself: press and hold the message, then Delete. In a group an administrator can do it.
    .discord =
        { $left ->
            [one] One of my messages is still in its channel:
           *[other] { $left } of my messages are still in their channels:
        } I cannot remove anything there any more. Please delete it yourself, or ask a moderator.
deleted = Deleted: the photo and all clips made from it.
deleted-clip = Deleted: this clip.
removal-ask = Are you in this picture, and should it not be here? Then I take the clip down in this chat, and tell the person who asked for it.
removal-done = Removed. The person who asked for the clip and the operator have been told.
removal-enough = You have had several clips removed today, so I could not remove this one as well. Please use Report: the operator can look at it.
removal-told = Somebody who is in the picture has had a clip of yours removed from a chat. If you think that this was wrong, tell the operator with /report.
report-thanks = Thank you. The operator of this bot has been told and can look at it and delete it.
    .web = Thank you. The operator of this page has been told and can look at it and delete it.
report-contact = Thank you. I have noted it. Please write to the operator of this bot, too: { $contact }
    .web = Thank you. I have noted it. Please write to the operator of this page, too: { $contact }
report-noted = Thank you. I have noted it for the operator of this bot.
    .web = Thank you. I have noted it for the operator of this page.
report-again = Thank you. You have reported this clip already, and the report is noted.
report-enough = Thank you. There have been many reports within an hour, so I could not take this one. Please try again { $minutes ->
        [one] in a minute.
       *[other] in { $minutes } minutes.
    }
report-how = To report a clip, answer it with /report. What happens to photos here: /privacy
    .discord = To report a clip, press (right-click) its message and choose Apps > Report clip. What happens to photos here: /privacy
    .web = To report a clip, choose “Report this clip” below it. What happens to photos here: /privacy
report-operator = Somebody has reported a clip. Chat { $chat }, message { $message }, photo { $photo }.
report-operator-unknown = Somebody has sent a report without a clip. Chat { $chat }, message { $message }.
removal-operator = Somebody who says that they are in a picture has had a clip removed. Chat { $chat }, message { $message }, photo { $photo }.

## What is wrong with a photo, and what to do

error-notAnImage = This file is not a picture. Send me a photo (JPEG, PNG or WebP), please.
error-unsupportedFormat = I cannot read this kind of picture. Send it as a JPEG or PNG, please.
error-fileTooLarge = This file is too large for me. Send it as a photo instead of as a file, or make it smaller than 20 MB, please.
    .discord = This file is too large for me. Make it smaller than 20 MB, please.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = This picture has more pixels than I can take. Send it as a photo instead of as a file, please.
    .discord = This picture has more pixels than I can take. Make it smaller, please.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = This picture is longer or wider than I can take. Cut out the part with the face and send me that, please.
error-tooSlowToRead = Reading this picture took too long, so I stopped. Send it as an ordinary JPEG, or make it smaller, please.
error-damaged = This picture is damaged, and I could not find a whole face in it. If you have the original, send that, please.
error-noFace = I could not find a face in this photo. A closer crop of the person often helps; send me that, please.
error-noSuchFace = I could not find that face in the photo. Choose one of the numbers under the clip, please.
error-faceTooSmall = The face is too small in this photo to move well. Send a closer crop or a larger scan, as a file if you can.
    .discord = The face is too small in this photo to move well. Send a closer crop or a larger scan, please.
    .web = { error-faceTooSmall.discord }
error-faceTurnedAway = This face is turned too far to the side to move well. Choose another face or another photo, please.
error-noSuchGesture = I do not know this gesture. Choose one of the buttons under the clip, please.
error-gestureDoesNotSuit = This gesture does not suit the way this face looks. Choose one of the others under the clip, please.
error-clipTooLarge = The clip became too large to send here. Choose another gesture, please.
error-tooMuchMemory = This picture needs more memory than I may use. Save it as a plain JPEG or make it smaller, and send that, please.
error-tooMuchTime = Looking at this picture takes longer than I may spend on it. Save it as a plain JPEG or make it smaller, and send that, please.
error-bug = Something went wrong on my side. I am sorry. Please send the photo once more a little later; /report tells the operator.
    .discord = Something went wrong on my side. I am sorry. Please send the photo once more a little later.
    .web = { error-bug.discord }

## How the bot describes itself

command-start = How this works
command-help = What I can do
command-animate = As an answer to a photo: make its face move
    .discord = Make the face in a photo move
command-file = As an answer to a clip: send it as a file
command-privacy = What is kept, and for how long
command-forget = Delete everything of mine now
command-report = Report a clip to the operator
    .discord = How to report a clip to the operator
bot-short-description = Makes the faces in old photographs move, gently.
bot-description = Send a photo of somebody dear to you, and you get a short clip in which the face moves: a look around, a blink, a hint of a smile. Photos and clips are deleted after a while; /privacy says when.

## Names in Discord's menus: one word for a command or an option, in lower case

name-animate = animate
name-help = help
name-privacy = privacy
name-forget = forget
name-report = report
menu-animate = Animate
menu-report = Report clip
name-photo = photo
option-photo = The picture with the face
name-gesture = gesture
option-gesture = What the face should do
name-face = face
option-face = The face's number, from left to right
name-everyone = everyone
option-everyone = Let everyone in the photo move
name-framing = framing
option-framing = How much of the photo the clip shows
name-strength = strength
option-strength = How strongly the face moves

## On the page in the browser

page-lead = Send a photo of somebody dear to you, and see the face move, gently.
page-private = Photos stay on the machine that runs Keepsake, and are deleted after a while.
page-choose = Choose a photo
page-camera = Take a photo
page-hint = You can also drop a photo here, or paste it.
page-drop = Let go of the photo here
page-sending = Sending your photo …
page-history = Photos and clips
page-photo = Your photo
page-clips = Clips of this photo
page-face = Face
page-tap-face = Tap a face in the photo, or its number.
page-faces = Faces
page-gestures = Gestures
page-actions = What to do with the clip
page-play = Play
page-pause = Pause
page-download = Download
page-copy = Copy as a picture
page-copied = Copied: the picture that the clip showed just now.
page-copy-failed = This browser would not do that. Download the clip instead, please.
page-report = Report this clip
page-menu = Help and privacy
page-help = How it works
page-privacy = What is kept
page-forget = Delete everything
page-forget-ask = Delete all your photos, all clips made from them, and everything on this page?
page-forget-yes = Yes, delete everything
page-cancel = Keep it
page-offline = The connection is lost. Trying again …
page-too-many = That was a lot at once. Please wait a minute.
page-invitation = This page is for invited guests. Please open the link that you were given.
