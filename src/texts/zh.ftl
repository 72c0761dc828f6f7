### Keepsake 所说的话。人们发来的是思念之人的照片：平实、温和，不开玩笑。

## 开场

start =
    您好。请发给我一张人物照片，新旧都可以，我会做成一段短视频，让照片里的人动起来：看看四周，眨眨眼，露出一丝微笑。

    如果照片里有好几个人，您可以选择让谁动起来。更多说明：/help
start-group =
    您好。在群里用 /animate 回复一张照片，我就会做成一段短视频，让照片里的人动起来。更多说明：/help
consent = 请只发送您有权使用的照片，并想一想照片里的人或他们的家人是否愿意。每段短视频都带有一个小小的“AI”标记：其中的动作由计算机生成，并未真正发生过。隐私：/privacy
    .web = 请只使用您有权使用的照片，并想一想照片里的人或他们的家人是否愿意。每段短视频都带有一个小小的“AI”标记：其中的动作由计算机生成，并未真正发生过。照片处理方式：/privacy
consent-caption = 动作由计算机生成，并未真正发生过，角落里的“AI”标记说明了这一点。请只发送您有权使用的照片。照片处理方式：/privacy
help =
    • 发送一张照片。以文件形式发送能保留更多细节，较小的脸效果更好。
    • 在群里，用 /animate 回复一张照片。
    • 在短视频下方，您可以选择另一张脸、所有人、整张照片、另一个动作，或者调整动作幅度。
    • 也可以直接说：“微笑”“让她眨一只眼”“所有人”“幅度小一点”。
    • 用 /file 回复一段短视频，我会以文件形式发给您。
    • 用一段有脸的视频或 GIF 回复短视频，它就会做出那个动作。
    • 用一首歌或语音消息回复短视频，那张脸就会随节拍而动。
    • /privacy：保存哪些内容；/forget：删除您的全部数据；/report：向管理员举报一段短视频。

    最好选择清晰、脸部至少 100 像素宽、大致面向镜头的照片。
    .discord =
        • 在服务器里：用 /animate 附上一张照片；或者长按（右键点击）一条带图片的消息，选择“APP > 让照片动起来”；或者发照片时 @我。
        • 在私信里：直接发送照片即可。
        • 在短视频下方，您可以选择另一张脸、另一个动作，或者调整动作幅度。
        • 也可以回复短视频直接说：“微笑”“让她眨一只眼”“所有人”“幅度小一点”。
        • /animate 加上动作：一段有脸的视频或 GIF。或者在带视频的消息上选择“APP > 用作动作”。
        • /animate 加上音乐：一首歌或语音消息，脸会随它的节拍而动。
        • ⋯ 里可以把短视频保存为视频、举报或删除；如果照片里有您，也可以要求撤下。
        • /privacy：保存哪些内容；/forget：删除您的全部数据。在短视频的消息上选择“APP > 举报短视频”，可以告知管理员。

        最好选择清晰、脸部至少 100 像素宽、大致面向镜头的照片。
    .web =
        • 选择一张照片，也可以一次选好几张。在电脑上，还可以把照片拖到页面上的任何位置，或者粘贴。
        • 如果照片里有好几个人，点一下想让他动起来的人，或者选择所有人。
        • 在短视频下方，您可以选择整张照片、另一个动作，或者调整动作幅度；也可以保存短视频，或者把它和照片一起删除。点一下心形，它就会留在您的相册里。
        • 跟着我动：用摄像头拍一个动作，或选择一段有脸的视频，照片里的脸就会做出那个动作。
        • 照片处理方式：/privacy

        最好选择清晰、脸部至少 100 像素宽、大致面向镜头的照片。
privacy =
    保存的内容：您的照片、由它们制作的短视频，以及聊天和消息的 ID（按钮需要它们才能工作）。照片和短视频加密保存在管理员自己的机器上（密钥在管理员手中），{ $hours ->
       *[other] { $hours } 小时后删除
    }。不保存姓名，不识别任何人，不用于训练，也不会交给任何人。您看过首次提示这一点，会在您最后一张照片之后保留半年。

    如果您发送视频让一张脸做出其中的动作，视频只用来测量，随即删除，声音从不读取。留下的只是数字形式的动作：和它的短视频保存同样久；如果您保留它，则到您删除它或半年没有用过为止。说话的动作会被去掉，因此不能让任何人“说”出任何话。

    如果您发送歌曲或语音消息，只从中找出节拍，文件随即删除。短视频里能听到的几小节随它一起保存，时间相同。声音是您的，动作是人工的，嘴唇始终不张开。

    立即删除全部内容：/forget
    .web =
        保存的内容：您的照片、由它们制作的短视频、本页上的对话，以及用来认出您的浏览器的 Cookie。除 Cookie 外，其余内容都加密保存在管理员自己的机器上（密钥在管理员手中），{ $hours ->
            [0] 直到您删除为止
           *[other] { $hours } 小时后删除
        }。您留在相册里的短视频，连同您写在下面的文字，会一直保留，直到您把它取出，或者半年没有人看过相册。不识别任何人，不用于训练，也不会交给任何人。您看过首次提示这一点，会在您最后一张照片之后保留半年。

        如果您拍摄动作或选择视频，让一张脸做出其中的动作，视频只用来测量，随即删除；不录音，也不读取声音。留下的只是数字形式的动作：和它的短视频保存同样久；如果您保留它，则到您删除它或半年没有用过为止。说话的动作会被去掉，因此不能让任何人“说”出任何话。摄像头开着时，每秒会查看一张小画面，告诉您能否看到您的脸；画面都不保存。

        立即删除全部内容：/forget
privacy-contact = 本机器人的管理员：{ $contact }
    .web = 本页面的管理员：{ $contact }
privacy-no-contact = 本机器人的管理员没有公布联系方式。在群里，请询问添加它的人。
    .web = 本页面的管理员没有公布联系方式。请询问告诉您这个页面的人。

## 处理照片时

status-seen = 照片已收到，正在寻找人脸……
status-wanted = 正在开始……
status-waiting =
    { $place ->
        [1] 下一个就轮到您，
       *[other] 您排在第 { $place } 位，
    }{ $unit ->
        [seconds] 大约 { $amount } 秒。
       *[minutes] 大约 { $amount } 分钟。
    }
status-looking = 正在寻找人脸……
status-measuring = 正在测量动作……
status-listening = 正在听节拍……
status-rendering = 正在制作…… 大约 { $seconds } 秒
status-sending = 正在发送短视频……
clip-unsure = 短视频已经发出，但连接在得知是否送达之前中断了。如果这里没有，请再发一次照片。

## 短视频

caption = { $gesture }
caption-face = 第 { $face } 张脸，共 { $faces } 张 · { $gesture }
caption-everyone = 所有人 · { $gesture }
caption-some =
    { $faces } 张脸中有 { $moving } 张在动。{ $why ->
        [many] 一次最多只能让最大的这些动起来。
       *[cannot] 其余的脸太小或侧得太多。
    }
caption-level = { $caption } · { $level ->
        [1] 幅度很小
        [2] 幅度小
        [4] 幅度大
       *[5] 幅度很大
    }
faces-strip = 我找到了 { $faces } 张脸，从左到右编号，先制作 { $first } 号。想看另一张脸，请点它的号码。
choose-face = 选择一张脸
choose-gesture = 选择动作
list-face = 第 { $face } 张脸
list-faces = 谁是几号？
clip-alt = 带有人造动作的照片：{ $caption }
button-everyone = 所有人
button-whole-photo = 整张照片
button-close-up = 面部特写
button-original = 未修复
button-enhanced = 更清晰
button-stronger = 幅度加大
button-gentler = 幅度减小
button-file = 以文件发送
    .discord = 保存为视频文件
button-save = 另存为…
button-save-file = 文件
button-save-gif = GIF
button-save-sticker = 贴纸
button-save-round = 圆形视频
button-save-live = 实况照片
button-share = 分享
button-more = 更多…
button-faces = 选择人脸
button-other = ⋯
button-back = ‹ 返回
button-report = 举报
button-cancel = 取消
button-delete = 删除
button-delete-yes = 是的，删除
button-delete-no = 保留
button-delete-reported = 删除这段短视频
button-try = 用这张照片试试
button-take-down = 这是我，请撤下
button-take-down-yes = 是的，撤下
button-restore = 重新允许

## 动作在按钮和菜单里的名称

gesture-nostalgia = 动起来
gesture-smile = 微笑
gesture-laugh = 大笑
gesture-blink = 眨眼
gesture-wink = 眨一只眼
gesture-look = 环顾四周
gesture-turn = 转头
gesture-tilt = 歪头
gesture-nod = 点头
gesture-shake = 摇头
gesture-surprise = 扬眉
gesture-kiss = 飞吻
gesture-sigh = 叹口气
gesture-asleep = 打个盹
gesture-drift = 缓缓推近

## 对按钮的回应

press-on-it = 马上制作。
press-already = 这一段已经在制作了。
press-gone = 这张照片已经删除。如需制作新的短视频，请重新发送。
press-strange = 这个按钮已经失效。请重新发送照片。
press-delete-ask = 要删除照片和它的所有短视频吗？
press-not-yours = 只有发送照片的人才能删除它。
press-take-down-ask = 如果照片里的人是您，它会立刻从这个聊天中撤下。发送照片的人和管理员会得知此事，但不会知道是您。
press-taken-down = 已经撤下。谢谢您告诉我。
press-take-down-enough = 您今天在这里已经撤下了好几张照片。如需撤下更多，请联系管理员，方式见 /privacy
press-is-down = 照片里有人不希望它在这里展示。如果照片是您发送的，并且您认为这是误会，请联系管理员：/privacy
press-restored = 可以重新展示了。
press-shown = 现在显示的就是这一段。
press-cancelled = 已取消。
press-cancel-not-yours = 只有提出请求的人才能取消。
press-cancel-late = 已经没有可以取消的了。

## 对人们所写内容的回应

wish-unclear = 我没有完全明白。您可以从这些动作中选一个：{ $gestures }。也可以说“所有人”“幅度小一点”“幅度大一点”，或者一张脸的号码。
wish-welcome = 不客气。

## 无法办到时的回答

refused-user-full = 您已经有几段短视频在等待。请在其中一段送达后再发下一张照片。
refused-chat-full = 这个聊天里已经有很多短视频在等待。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
refused-line-full = 我现在非常忙。{ $minutes ->
       *[other] 请在大约 { $minutes } 分钟后再试。
    }
refused-quota = 您这一小时的制作次数已达上限。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
refused-no-room = 现在没有空间存放新的内容。较早的照片删除后会腾出空间，请过几个小时再试。
refused-share = 您在这里的照片已经达到一个人同时可以保留的上限。请删除不再需要的照片，或者等最早的照片自动删除。
refused-connection = 最近从您的网络发来的照片太多了。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
album-rest =
    { $left ->
       *[other] 相册里还剩 { $left } 张照片没有处理，
    }因为我一次只能处理几张。请在这些短视频送达后再发送其余的。
animate-what = 用 /animate 回复一张照片，我就会让照片里的人动起来。
    .discord = 用 /animate 选择一张照片，或者长按（右键点击）一条带照片的消息，选择“APP > 让照片动起来”。
animate-send = 直接发给我一张照片，我就会让照片里的人动起来。
file-what = 用 /file 回复我的一段短视频，我会以文件形式发给您。它的照片必须仍保存在这里。
no-files-here = 我在这里没有发送文件的权限，无法发出短视频。服务器的管理员可以允许我附加文件；您也可以在私信里把照片发给我。
save-refused = 这个聊天不允许这样发送。请试试“另存为…”里的“文件”。
save-failed = 没有成功，抱歉。请稍后再试一次。
answer-here = 我无法在您提出请求的频道里回复，所以在这里回复您。
inline-start = 先发给我一张照片
guest-begin = 要把短视频发到这里，需要您先给我发过消息。请打开 { $link }，然后在这里再说一次。
pick-picture = 要哪一张图片？
pick-number = 图片 { $number }
other-text = 我处理的是照片。请发给我一张有人脸的照片。更多说明：/help
other-sticker = 我无法使用贴纸。请发给我一张有人脸的照片。
other-video = 我让照片动起来，视频不行。请把其中一帧画面作为照片发给我。或者用它回复一段短视频：那张脸会做出视频里的动作。
other-sound = 我可以让一张脸随它而动。请先发一张照片，然后用这首歌或语音消息回复做好的短视频。
other-file = 这个文件不是我能使用的图片。请发给我一张照片（JPEG、PNG 或 WebP）。
other-something = 我无法使用这个。请发给我一张有人脸的照片。
not-allowed = 本机器人只为其管理员的聊天服务。如果您想向他们申请，此聊天的 ID 是 { $chat }。
    .web = 本页面只为管理员允许的人服务。如果您想申请，您在这里的 ID 是 { $chat }。
fetch-failed = 我没能下载您的照片。请再发一次。
movement-first = 照片里的脸会做出您视频里的动作。视频只用来测量，随即删除，不读取声音。嘴唇不会跟着说话动：不会让任何人“说”出任何话。
movement-not-fetched = 我没能下载您的视频。请再发一次。
movement-title = 拍摄的动作
movement-number = 动作 { $number }
movement-kept = 已保留为“{ $title }”，在“更多”里。用 /movement 加名字回复这段短视频，可以改名。
    .discord = 已保留为“{ $title }”。在私信里，它就在每段短视频下方的动作中。
movement-named = 这个动作现在叫“{ $title }”，在“更多”里。
movement-dropped = 这个动作已删除。
movement-gone = 这个动作已不再保存。请再发一次视频。
    .web = 这个动作已不再保存。请再拍一次。
movement-not-yours = 只有发送视频的人才能保留它的动作。
movement-full = 您已经保留了 { $limit } 个动作。请先删除一个：用它做一段短视频，然后“更多”>“删除这个动作”。
    .discord = 您已经保留了 { $limit } 个动作。请在私信里用其中一个做一段短视频，再在 ⋯ 里删除它。
    .web = 您已经保留了 { $limit } 个动作。请先在“跟着我动”里删除一个。
movement-how = 用一段有脸的视频、圆形视频或 GIF 回复一段短视频或一张照片，照片里的脸就会做出那个动作。用 /movement 加名字回复做好的短视频，例如“/movement 我的点头”，以后每张照片都能用它。
    .discord = 使用 /animate，附上一张照片，并附上一段有脸的视频或 GIF 作为动作：照片里的脸会做出那个动作。或者长按（右键点击）一条带视频的消息，选择“APP > 用作动作”：这里最后一段短视频会做出它。
button-keep-movement = 保留这个动作
button-drop-movement = 删除这个动作
song-first = 照片里的脸会随您的音乐而动：头、眉毛和眼睛合着节拍，嘴唇不张开。其中几小节会出现在短视频里，并随它一起保存；文件本身会立即删除。
song-not-fetched = 我没能下载您的音乐。请再发一次。
song-title = 随音乐而动
song-caption = 随您的音乐而动（声音是您的，动作是人工的）
forget-done =
    { $photos ->
        [0] 这里已经没有您的任何内容：没有照片，也没有短视频。
       *[other] 已删除：您的 { $photos } 张照片、由它们制作的所有短视频，以及关于您的一切记录。
    }
forget-also =
    { $left ->
       *[other] 我还有 { $left } 条消息留在聊天中：
    }Telegram 只允许机器人删除发出不到两天的消息，而且机器人必须仍在该聊天中。请您自己在那里删除：长按消息，然后选择“删除”。在群里可以请管理员删除。
    .discord =
        { $left ->
           *[other] 我还有 { $left } 条消息留在频道中：
        }我在那里已经无法删除任何内容。请您自己删除，或者请版主帮忙。
forget-later = 我暂时无法删除全部内容。我会继续尝试，完成后在这里告诉您。
deleted = 已删除：这张照片和由它制作的所有短视频。
deleted-clip = 已删除：这段短视频。
verify-how = 用 /verify 回复一段短视频或一张图片，我会查看它是不是用 Keepsake 制作的。不会保存任何内容。
    .discord = 要查看一段短视频是不是用 Keepsake 制作的，请长按（右键单击）它的消息，选择“应用 > 出自 Keepsake？”，或用 /verify 发送。不会保存任何内容。
verify-found = 这是用 Keepsake 制作的。其中的动作是人造的：由软件根据一张静止的照片生成，并不曾真实发生。
verify-not-found = 没有在其中找到 Keepsake 的标记。这并不能证明什么：标记可能丢失或被去除，其他软件也不会留下标记。
verify-unreadable = 无法把它当作图片或视频读取，所以无法判断。
verify-too-large = 无法取得这个文件：它太大，或者已经不在了。
verify-failed = 查看时出了问题，很抱歉。请稍后再试一次。
report-thanks = 谢谢。本机器人的管理员已经收到举报，可以查看并删除这段短视频。
    .web = 谢谢。本页面的管理员已经收到举报，可以查看并删除这段短视频。
report-contact = 谢谢，举报已经记下。也请写信给本机器人的管理员：{ $contact }
    .web = 谢谢，举报已经记下。也请写信给本页面的管理员：{ $contact }
report-noted = 谢谢，举报已经为本机器人的管理员记下。
    .web = 谢谢，举报已经为本页面的管理员记下。
report-again = 谢谢。这段短视频您已经举报过，已经记下。
report-enough = 谢谢。一小时内的举报太多，这一条没能收下。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
report-how = 要举报一段短视频，请用 /report 回复它。隐私：/privacy
    .discord = 要举报一段短视频，请长按（右键点击）它的消息，选择“APP > 举报短视频”。隐私：/privacy
    .web = 要举报一段短视频，请选择它下方的“举报这段短视频”。照片处理方式：/privacy
report-operator = 有人举报了一段短视频。聊天 { $chat }，消息 { $message }，照片 { $photo }。
report-operator-unknown = 有人发来举报，但没有指明短视频。聊天 { $chat }，消息 { $message }。
take-down-operator = 有人表示自己在一张照片里，照片的短视频已从该聊天中撤下。聊天 { $chat }，照片 { $photo }。如果发送者有异议，您可以重新允许。
take-down-sender = 您发送的一张照片里，有人不希望它在那个聊天中展示，所以我撤下了那里的短视频。照片本身没有动。如果您认为这是误会，请联系管理员，由管理员重新允许。

## 照片有什么问题，该怎么办

error-notAnImage = 这个文件不是图片。请发送一张照片（JPEG、PNG 或 WebP）。
error-unsupportedFormat = 这里无法读取这种图片。请以 JPEG 或 PNG 格式发送。
error-fileTooLarge = 这个文件超过 20 MB。请作为照片而不是文件发送，或者把它缩小。
    .discord = 这个文件超过 20 MB。请把它缩小。
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = 这张图片的像素太多。请作为照片而不是文件发送。
    .discord = 这张图片的像素太多。请把它缩小。
    .web = { error-tooManyPixels.discord }
error-sideTooLong = 这张图片太长或太宽。请裁剪出有脸的部分再发送。
error-tooSlowToRead = 读取这张图片花的时间太长。请把它存为普通的 JPEG 再发送，或者把它缩小。
error-damaged = 这张图片已经损坏，其中没有完整的脸。如果您有原件，请发送原件。
error-noFace = 这张照片里似乎没有人脸。把人物裁剪得近一些往往有帮助，请发给我裁剪后的照片。
    .web = 没有在这张照片里找到人脸。如果有，请把它圈出来，会在那里再找一次。
error-noSuchFace = 这张照片里没有这个号码的脸。请选择短视频下方的一个号码。
error-faceTooSmall = 这张照片里的脸太小，动起来效果不好。请发送裁剪得更近的照片或更大的扫描件，最好以文件形式发送。
    .discord = 这张照片里的脸太小，动起来效果不好。请发送裁剪得更近的照片或更大的扫描件。
    .web = 这张照片里的人脸很小。可以把它圈出来试一试，或者换一张裁得更近、扫描得更大的照片。
error-faceTurnedAway = 这张脸侧得太多，动起来效果不好。请选择另一张脸或另一张照片。
error-noSuchGesture = 这里没有这个动作。请选择短视频下方的一个动作。
error-gestureDoesNotSuit = 这个动作不适合这张脸的姿态。请选择短视频下方的其他动作。
error-clipTooLarge = 短视频太大，无法在这里发送。请选择另一个动作。
error-cannotCutOut = 这张照片里的人和背景分不开，所以做不成贴纸。
error-tooMuchMemory = 这张图片需要的内存超出了限度。请存为普通的 JPEG，或者缩小一些再发送。
error-tooMuchTime = 打开这张图片需要的时间太长。请存为普通的 JPEG，或者缩小一些再发送。
error-videoUnreadable = 这里无法读取这个视频。请发送普通视频（MP4）。
error-videoTooLarge = 这个视频太大了。几秒钟、不超过 1080p 就够了。
error-videoTooLong = 这个视频超过一分钟。几秒钟就够了。
error-videoTooShort = 这个视频太短了：脸至少要出现一秒钟。
error-videoNoFace = 这个视频里似乎没有脸。最好只有一张脸，离镜头近，光线充足。
error-videoSeveralFaces = 这个视频里有好几张脸，不清楚要用谁的动作。请只拍一个人。
error-videoFaceLost = 这个视频里的脸一再被遮住或剪断。请不间断地拍几秒钟。
error-videoStill = 这个视频里的脸几乎没有动。请拍一个点头、眨眼、微笑或四处张望的动作。
error-soundUnreadable = 这里没有可以读取的声音。请发送普通的歌曲或语音消息（MP3、M4A 或 OGG）。
error-soundTooLarge = 这段声音太大了。一分钟的歌曲就够了。
error-soundTooLong = 这段声音超过二十分钟。一首歌或其中一分钟就够了。
error-soundTooShort = 这段声音太短了：需要大约十秒有节拍的声音。
error-soundNoBeat = 我听不出稳定的节拍。最好是一首可以跟着拍手的歌。
error-bug = 这边出了问题，很抱歉。请稍后再发一次照片；/report 可以通知管理员。
    .discord = 这边出了问题，很抱歉。请稍后再发一次照片。
    .web = 这边出了问题，很抱歉。请稍后再试一次。

## 机器人的自我介绍

command-start = 使用方法
command-help = 我能做什么
command-animate = 回复一张照片：让照片里的人动起来
    .discord = 让照片里的人动起来
command-file = 回复一段短视频：以文件形式发送
command-privacy = 保存什么，保存多久
command-forget = 立即删除我的全部数据
command-verify = 回复一段短视频：它是用 Keepsake 制作的吗？
    .discord = 这是用 Keepsake 制作的吗？
command-movement = 回复一段短视频：保留它的动作
command-report = 向管理员举报一段短视频
    .discord = 如何向管理员举报一段短视频
bot-short-description = 让老照片里的人轻轻地动起来。
bot-description = 发来一张您珍爱之人的照片，您会得到一段短视频，照片里的人会动起来：看看四周，眨眨眼，露出一丝微笑。动作由计算机生成，并未真正发生过，每段短视频角落里的“AI”标记都说明了这一点。照片和短视频过一段时间就会删除，具体时间请看 /privacy

## Discord 菜单中的名称：命令和选项各用一个词

name-animate = 动起来
name-help = 帮助
name-privacy = 隐私
name-forget = 忘记
name-verify = 鉴别
name-report = 举报
menu-animate = 让照片动起来
menu-motion = 用作动作
menu-verify = 出自 Keepsake？
menu-report = 举报短视频
name-file = 文件
option-file = 要查看的图片或视频
name-photo = 照片
option-photo = 有人脸的图片
name-motion = 动作视频
name-music = 音乐
option-motion = 一段有脸的视频或 GIF，照片会做出其中的动作
option-music = 一首歌或一段语音消息，脸会随它的节拍而动
name-gesture = 动作
option-gesture = 要做的动作
name-face = 脸
option-face = 脸的号码，从左到右
name-everyone = 所有人
option-everyone = 让照片里的所有人都动起来
name-framing = 取景
option-framing = 显示照片的多大范围
name-strength = 幅度
option-strength = 脸部动作的幅度
strength-level =
    { $level ->
        [1] 很小
        [2] 较小
        [3] 正常
        [4] 较大
       *[5] 很大
    }

## 浏览器中的页面

page-lead = 选一张亲人的照片，看看照片里的人轻轻动起来。
page-private = 照片只留在运行 Keepsake 的这台机器上，过一段时间就会删除。
page-choose = 选择照片
page-camera = 拍一张照片
page-add = 添加照片
page-try = 用这张照片试试
page-example = 示例：一张老照片轻轻动起来
page-hint = 也可以把照片拖到这里，或者粘贴。
page-drop = 松手即可添加
page-sending = 正在发送照片……
page-waiting = 等待发送
page-again = 重试
page-remove = 移除
page-close = 关闭
page-history = 照片和短视频
page-photo = 您的照片
page-clips = 这张照片的短视频
page-face = 脸
page-tap-face = 点一下想让谁动起来。
page-faces = 脸
page-gestures = 动作
page-more = 更多
page-strength = 动作幅度
page-actions = 这段短视频的更多操作
page-before = 按住可看原照片
page-progress = 短视频的进度
page-heard-start = 正在制作短视频。
page-heard-half = 已完成一半。
page-heard-ready = 完成：
page-play = 播放
page-pause = 暂停
page-download = 下载
page-copy = 复制静态画面
page-copied = 已复制短视频当时的画面。
page-copy-failed = 浏览器不允许这样做，请改为下载短视频。
page-report = 举报这段短视频
page-menu = 菜单
page-help = 使用说明
page-privacy = 隐私
page-forget = 全部删除
page-forget-ask = 要删除您的全部照片、由它们制作的所有短视频、您的相册，以及本页的全部内容吗？
page-forget-yes = 是的，全部删除
page-cancel = 保留
page-offline = 连接中断，正在重试……
page-away = 暂时连不上 Keepsake，正在重试……
page-too-large-for-way = 通往 Keepsake 的途中不接受这么大的文件。请换一张小一点的图片。
page-draw = 圈出人脸
page-draw-hint = 拖动画一个框，把人脸圈起来。
page-draw-keys = 方向键移动方框，按住 Shift 则改变大小。
page-draw-use = 在这里找
page-moment = 选择视频中的一刻
page-moment-use = 就用这一刻
page-no-video = 此浏览器无法播放这段视频。请改用其中的一张画面。
page-move = 跟着我动
page-film = 拍摄动作
page-film-choose = 选择视频
page-film-how = 照片里的脸会做出您的动作：点头、眨眼、微笑、四处看看。嘴唇不会跟着说话动。
page-film-privacy = 您的视频（用摄像头拍六秒，或选一个不超过一分钟的文件）只在运行 Keepsake 的机器上测量，随即删除。不录音，也不读取声音。留下的只是数字形式的动作。摄像头开着时，每秒会有一张小画面传到那里，看看您的脸是否在里面；画面都不保存。
page-film-opening = 请允许使用摄像头……
page-film-picture = 摄像头看到的画面
page-film-begin = 开始
page-film-back = 返回
page-film-look = 请看着摄像头，把脸放在椭圆里。
page-film-nobody = 还看不到脸。请在明亮的地方看着摄像头。
page-film-far = 请再靠近一点。
page-film-several = 画面里有好几张脸。请只留一个人。
page-film-good = 您的脸看得很清楚。
page-film-calm = 请先保持不动，表情放松……
page-film-now = 现在：点头、微笑、眨眼、四处看看
page-film-sending = 正在发送您的视频……
page-film-measuring = 正在测量您的动作……大约 15 秒。
page-film-denied = 浏览器不允许本页使用摄像头。您可以在网址旁边的图标里允许，或者选择视频。
page-film-none = 这里没有找到摄像头。您可以改为选择视频。
page-film-busy = 摄像头没有响应，也许别的程序正在使用它。请再试一次，或者选择视频。
page-film-insecure = 浏览器只在 https 页面上开放摄像头，而本页不是用 https 打开的。您可以改为选择视频。
page-film-unable = 此浏览器无法在网页上拍摄。您可以改为选择视频。
page-film-too-large-for-way = 通往 Keepsake 的途中有环节不接受这么大的文件。请选择更短的视频。
page-movements = 您的动作
page-movement-name = 这个动作叫什么？
page-movement-example = 我的点头
page-movement-kept = 已保留。在“动作”里可以找到，每张照片都能用。
page-too-many = 操作过于频繁，请一分钟后再试。
page-invitation = 本页只对受邀者开放。请打开您收到的链接，或输入邀请码。
page-keep = 留下
page-goes = 将被删除
page-album = 相册
page-album-empty = 这里还没有内容。点一下短视频下面的心形，它就会留在这里。
page-album-full = 您的相册已满，请先取出一段短视频。
page-photos = 照片
page-name = 姓名
page-years = 年份
page-let-go = 从相册中取出
page-let-go-ask = 要从相册中取出这段短视频吗？它会被删除，包含它的影片也会一并删除。
page-let-go-yes = 是，取出
page-save-as = 保存为
page-still = 静态图
page-previous = 上一段
page-next = 下一段
page-frame = 相框
page-frame-empty = 相框还是空的。您用心形留下的短视频会出现在这里。
page-frame-dark = 此浏览器可能会让屏幕变暗。请把设备设为永不熄屏，或通过 https 打开本页。
page-elsewhere = 在其他屏幕上
page-elsewhere-how = 用另一台设备扫描，或在那台设备上打开这个网址。十分钟内有效，只能用一次；之后那台设备就能像这台一样看到您的照片和相册。
page-elsewhere-local = 其他设备无法打开本页：它只对这台电脑开放。
page-reel = 制作影片
page-reel-how = 请按播放顺序点选短视频。
page-reel-make = 生成影片
page-reel-working = 正在制作影片
page-reel-failed = 这部影片未能制作完成，请再试一次。
page-reels = 影片
page-earlier = 提前
page-later = 推后
page-leave-out = 去掉
page-delete = 删除
page-in-album = 已在相册中
page-saving = 正在生成文件……
page-code = 邀请码
page-code-enter = 进入
page-code-wrong = 邀请码不对，或已经用过。
page-verify = 这是用 Keepsake 制作的吗？
page-verify-lead = 选择一段短视频或一张图片，我会查找其中有没有 Keepsake 的标记。不会保存任何内容。
page-verify-choose = 选择文件
page-verify-hint = 也可以拖到这里，或直接粘贴。
page-verify-drop = 松手即可查看
page-verify-looking = 正在查找标记……可能需要几秒钟。
page-verify-found = 由 Keepsake 制作
page-verify-not-found = 没有找到标记
page-verify-unreadable = 无法读取
page-verify-picture = 画面中看不见的标记
page-verify-signature = 带签名的元数据（Content Credentials）
page-verify-note = 文件中的说明
page-verify-marks = 找到的标记
page-verify-software = 文件本身注明，它由软件生成或修改过。
page-verify-unreachable = 现在无法连接 Keepsake。请稍后再试。

## 状态页（供管理员）

operator-title = 状态
operator-open = 打开
operator-secret-wrong = 这不是 ADMIN_SECRET。
operator-later = 请等一分钟再试。
operator-platforms = 平台
operator-web = 网页
operator-connected = 已连接
operator-not-connected = 未连接
operator-running-for = 已运行
operator-starts = 24 小时内启动次数
operator-now = 当前
operator-in-work = 处理中
operator-waiting = 等待中
operator-undelivered = 尚未送达
operator-longest = 最长等待
operator-usual = 一段短视频通常需要
operator-disk = 磁盘
operator-photos = 照片
operator-clips = 短视频
operator-albums = 相册中的短视频
operator-used = 已用
operator-may-be-used = 上限
operator-no-limit = 不限
operator-free = 剩余
operator-next-deletion = 下次删除
operator-nothing-kept = 无
operator-memory = 内存
operator-memory-chat = 聊天进程
operator-memory-render = 渲染进程
operator-memory-free = 本机剩余
operator-workers = 其他机器
operator-worker-usable = 就绪
operator-worker-gone = 没有回应
operator-worker-leaving = 正在退出
operator-worker-otherVersion = Keepsake 版本不同，不分配任务
operator-worker-busy = 制作中
operator-worker-done = 已完成
operator-worker-failed = 失败
operator-worker-heard = 最近一次回应
operator-redis = 中间的 Redis
operator-redis-well = 有回应
operator-redis-ill = 没有回应
operator-redis-memory = Redis 占用内存
operator-no-workers = 还没有机器加入。
operator-failures = 未生成（24 小时）
operator-refusals = 因限制被拒（24 小时）
operator-none = 无。
operator-quota = 每人每小时的数量
operator-userFull = 每人的等待数
operator-chatFull = 每个聊天的等待数
operator-lineFull = 整个队列
operator-errors = 最近的错误
operator-no-errors = 启动以来没有。
operator-clips-per-hour = 每小时的短视频
operator-quiet = 平静的一天：过去 24 小时没有人要过短视频，一切正常。
operator-without = 未生成
operator-stages = 各阶段用时（24 小时）
operator-half = 半数在
operator-most = 95% 在
operator-decode = 读取照片
operator-detect = 寻找人脸
operator-landmarks = 测量人脸
operator-enhance = 增强人脸
operator-rig = 准备动作
operator-render = 绘制
operator-encode = 编码
operator-total = 总计
operator-invite = 邀请
operator-invite-how = 限一人使用一次，一周内有效：扫码、打开链接或输入邀请码。
operator-invite-local = 其他人无法打开本页，因此不需要邀请。
operator-new-invitation = 新的邀请
operator-kind-notAnImage = 不是图片
operator-kind-unsupportedFormat = 未知格式
operator-kind-fileTooLarge = 文件过大
operator-kind-tooManyPixels = 像素过多
operator-kind-sideTooLong = 边长过长
operator-kind-tooSlowToRead = 读取太慢
operator-kind-damaged = 图片损坏
operator-kind-noFace = 没有人脸
operator-kind-noSuchFace = 没有这张脸
operator-kind-faceTooSmall = 人脸太小
operator-kind-faceTurnedAway = 侧脸
operator-kind-noSuchGesture = 没有这个动作
operator-kind-gestureDoesNotSuit = 动作不适合
operator-kind-clipTooLarge = 短视频过大
operator-kind-cannotCutOut = 无法抠图
operator-kind-tooMuchMemory = 内存过多
operator-kind-tooMuchTime = 耗时过长
operator-kind-bug = 我们的错误（见日志）
operator-kind-crash = 渲染进程崩溃
operator-kind-timeout = 超时

## 人们想要短视频时会写的话，用逗号隔开；动作的名称本身也能看懂

words-nostalgia = 活起来, 让照片动起来, 复活, 怀旧, 動起來
words-smile = 笑一笑, 笑一下, 笑, 微微一笑, 露出微笑, 笑容, 微笑一下
words-laugh = 哈哈大笑, 笑出来, 開懷大笑, 开怀大笑
words-blink = 眨眨眼, 眨一下眼, 眨眼睛, 眨眨眼睛, 闭眼
words-wink = 眨一只眼睛, 单眼眨眼, 抛媚眼, 眨隻眼, 眨一隻眼
words-look = 环顾, 看看四周, 四处看看, 看四周, 左右看看, 看看周围, 转动眼睛, 環顧四周
words-turn = 转转头, 转一下头, 转过头, 轉頭, 转动头部
words-tilt = 歪歪头, 歪一下头, 侧头, 歪頭
words-nod = 点点头, 点一下头, 點頭
words-shake = 摇摇头, 摇一下头, 搖頭
words-surprise = 扬扬眉, 挑眉, 抬眉, 抬抬眉毛, 扬起眉毛, 惊讶, 吃惊, 揚眉
words-kiss = 亲一个, 亲一下, 亲吻, 吻一下, 飛吻
words-sigh = 叹气, 叹一口气, 深呼吸, 嘆氣
words-asleep = 打盹, 打瞌睡, 睡着, 睡一会儿, 睡觉
words-drift = 慢慢推近, 推近, 推镜头, 镜头推近, 移动镜头
words-everyone = 大家, 全部人, 全体, 每个人, 所有的人, 全家, 一起, 他们都, 都
words-whole-photo = 整张, 全图, 完整照片, 整張照片
words-close-up = 特写, 近一点, 只要脸, 放大
words-original = 原图, 原照片, 不修复, 不要修复
words-enhanced = 清晰, 清晰一点, 清楚一点, 增强
words-gentle = 轻轻, 轻轻地, 轻, 轻微, 稍微, 温柔, 幅度小
words-gentler = 轻一点, 轻一些, 小一点, 小一些, 更轻, 幅度小一点, 幅度小一些, 弱一点, 温柔一点, 太强, 太大, 太夸张
words-strong = 强, 用力, 幅度大, 大大地
words-stronger = 强一点, 强一些, 大一点, 大一些, 更强, 幅度大一点, 幅度大一些, 明显一点, 夸张一点, 太轻, 太弱, 太小
words-very = 很, 非常
words-ask = 让, 請讓, 讓, 叫, 使, 我想看, 我想让, 想让, 想看, 能不能让, 可以让, 可不可以让, 能让, 给我看, 能, 帮我让
words-filler = 请, 請, 一下, 吧, 现在, 再, 号, 第, 张, 张脸, 号脸, 个, 个人, 呢, 啊, 你好, 您好, 地, 和, 然后, 麻烦, 可以吗, 好吗, 看
words-whom = 她, 他, 它, 他们, 她们, 这位, 这个, 照片里的, 照片, 人, 女人, 男人, 女孩, 男孩, 孩子, 奶奶, 爷爷, 外婆, 外公, 妈妈, 爸爸, 母亲, 父亲, 姐姐, 哥哥, 妹妹, 弟弟, 我, 我的, 的, 也
words-not = 不, 不要, 别, 没, 没有, 笑死, 笑话, 好笑, 可笑, 玩笑, 搞笑, 笑得, 笑着, 她的笑, 他的笑, 强大, 强烈, 年轻, 都是
words-remark = 叹气, 睡觉, 睡着, 笑, 笑容, 露出微笑, 亲一个, 亲吻, 大家, 全家, 都, 一起, 惊讶, 吃惊, 清晰, 原图, 复活, 怀旧, 放大, 特写
words-thanks = 谢谢, 谢谢您, 谢谢你, 非常感谢, 感谢, 多谢, 謝謝
