### Keepsake 所说的话。人们发来的是思念之人的照片：平实、温和，不开玩笑。

## 开场

start =
    您好。请发给我一张人物照片，新旧都可以，我会做成一段短片，让照片里的面孔动起来：看看四周，眨眨眼，露出一丝微笑。

    如果照片里有好几个人，您可以选择让谁的面孔动起来。更多说明请看 /help
start-group =
    您好。在群里用 /animate 回复一张照片，我就会做成一段短片，让照片里的面孔动起来。更多说明请看 /help
start-example = 一张照片可以变成这样。
consent =
    请只发送您有权使用的照片，并想一想照片里的人或他们的家人是否愿意。每段短片都带有一个小小的“AI”标记，因为其中的动作是计算机生成的，并未真正发生过。照片如何处理：/privacy
    .web = 请只发送您有权使用的照片，并想一想照片里的人或他们的家人是否愿意。每段短片都带有一个小小的“AI”标记，因为其中的动作是计算机生成的，并未真正发生过。照片在这里如何处理：/privacy
consent-caption = 动作由计算机生成，并未真正发生过，角落里的“AI”标记说明了这一点。请只发送您有权使用的照片。照片处理方式：/privacy
help =
    • 发送一张照片，或者以文件形式发送图片：文件保留更多细节，较小的面孔效果更好。
    • 在群里，用 /animate 回复一张照片。
    • 在短片下方，您可以选择另一张面孔、让所有人一起动起来、整张照片、另一个动作，或者让动作更强、更轻。
    • 用 /file 回复一段短片，我会把它作为文件发给您保存。
    • /privacy 说明保存哪些内容，/forget 立即删除您的一切，/report 向管理者举报一段短片。

    最好选择面孔至少有拇指大小、清晰、没有过分侧向一边的照片。
    .discord =
        • 在服务器里：用 /animate 附上一张照片；或者长按（右键点击）一条带图片的消息，选择“APP > 让面孔动起来”；或者发照片时提到我。
        • 在与我的私信里：直接发送照片即可。
        • 在短片下方，您可以选择另一张面孔、另一个动作，或者让动作更强、更轻。
        • /privacy 说明保存哪些内容，/forget 立即删除您的一切。在短片的消息上选择“APP > 举报短片”，可以告知管理者。

        最好选择面孔至少有拇指大小、清晰、没有过分侧向一边的照片。
    .web =
        • 把照片拖到页面上的任何位置、粘贴，或者选择照片；一次也可以放好几张。
        • 如果照片里有好几个人，点一下要动起来的面孔，或者让所有人一起动起来。
        • 在短片下方，您可以选择整张照片、另一个动作，或者让动作更强、更轻；也可以保存短片，或者把它和照片一起删除。
        • 您的照片如何处理：/privacy

        最好选择面孔至少有拇指大小、清晰、没有过分侧向一边的照片。
privacy =
    保存的内容：您的照片、由它们制作的短片，以及聊天和消息的编号（按钮需要它们才能工作）。照片和短片在管理者自己的机器上加密保存（密钥在管理者手中），{ $hours ->
       *[other] { $hours } 小时后删除
    }。不保存姓名，不识别任何人，不用于训练，也不会交给任何人。您看过首次提示这一点，会在您最后一张照片之后保留半年。

    /forget 会立即删除全部内容。
    .web =
        保存的内容：您的照片、由它们制作的短片、本页上的对话，以及用来认出您的浏览器的 Cookie。除 Cookie 外，其余内容都在管理者自己的机器上加密保存（密钥在管理者手中），{ $hours ->
           *[other] { $hours } 小时后删除
        }。不保存姓名，不识别任何人，不用于训练，也不会交给任何人。您看过首次提示这一点，会在您最后一张照片之后保留半年。

        立即删除全部内容：/forget
privacy-contact = 本机器人的管理者：{ $contact }
    .web = 本页面的管理者：{ $contact }
privacy-no-contact = 本机器人的管理者没有留下联系方式。在群里，请询问添加它的人。
    .web = 本页面的管理者没有留下联系方式。请询问告诉您这个页面的人。

## 处理照片时

status-seen = 照片已收到，请稍候。
status-wanted = 请稍候。
status-waiting =
    { $place ->
        [1] 下一个就轮到您，
       *[other] 您排在第 { $place } 位，
    }{ $unit ->
        [seconds] 大约 { $amount } 秒。
       *[minutes] 大约 { $amount } 分钟。
    }
status-looking = 正在寻找面孔……
status-rendering = 正在制作…… 大约 { $seconds } 秒
status-sending = 正在发送短片……
clip-unsure = 短片已经发出，但连接在得知是否送达之前中断了。如果这里没有，请再发一次照片。

## 短片

caption = { $gesture }
caption-face = 第 { $face } 张面孔，共 { $faces } 张 · { $gesture }
caption-everyone = 所有人 · { $gesture }
caption-some =
    { $faces } 张面孔中有 { $moving } 张在动。{ $why ->
        [many] 一次最多只动最大的这些。
       *[cannot] 其余的太小，或转得太偏。
    }
caption-level = { $caption } · { $level ->
        [1] 很轻
        [2] 轻
        [4] 强
       *[5] 很强
    }
clip-alt = 一段无声短视频：{ $caption }
level-1 = 很轻
level-2 = 轻
level-3 = 适中
level-4 = 强
level-5 = 很强
faces-strip = 我找到了 { $faces } 张面孔，从左到右编号。我先制作 { $first } 号；如果想看另一张面孔，请点它的号码。
choose-face = 选择面孔
choose-gesture = 选择动作
button-everyone = 所有人
button-whole-photo = 整张照片
button-close-up = 面部特写
button-original = 原图
button-enhanced = 增强版
button-stronger = 更强
button-gentler = 更轻
button-file = 作为文件
button-gif = GIF
button-sticker = 贴纸
button-round = 圆形视频
button-live = 实况照片
button-share = 分享
button-try = 用这张照片试试
button-more = 更多…
button-faces = 选择人脸
button-other = ⋯
button-back = ‹ 返回
button-report = 举报
button-cancel = 取消
button-start = 制作短视频
button-delete = 删除
button-remove-me = 这是我：请删除
button-remove-yes = 是，删除
button-delete-yes = 是的，删除
button-delete-no = 保留
button-delete-reported = 删除这段短片

## 动作在按钮、菜单和说明里的名称

gesture-nostalgia = 重现生机
gesture-smile = 微笑
gesture-laugh = 大笑
gesture-blink = 眨眼
gesture-wink = 眨一只眼
gesture-look = 转动眼睛
gesture-turn = 转头
gesture-tilt = 歪头
gesture-nod = 点头
gesture-shake = 摇头
gesture-surprise = 扬眉
gesture-kiss = 亲一个

## 对按钮的回应

press-on-it = 请稍候。
press-already = 这一段已经在制作了。
press-gone = 这张照片已经删除。如需制作新的短片，请重新发送。
press-strange = 这个按钮已经失效。请重新发送照片。
press-delete-ask = 要删除照片和它的所有短片吗？
press-not-yours = 只有发送照片的人才能删除它。
press-shown = 现在显示的就是这一段。
press-cancelled = 已取消。
press-cancel-not-yours = 只有提出请求的人才能取消。
press-cancel-late = 已经没有可以取消的了。
press-no-sticker = 无法把人物从这张照片中分离出来，因此做不了贴纸。

## 无法办到时的回答

refused-user-full = 您已经有几段短片在等待。请在其中一段送达后再发下一张照片。
refused-chat-full = 这个聊天里已经有很多短片在等待。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
refused-line-full = 我现在非常忙。{ $minutes ->
       *[other] 请在大约 { $minutes } 分钟后再试。
    }
refused-quota = 您在一小时内能得到的短片已经达到上限。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
refused-no-room = 我现在没有空间存放新的内容。较早的照片删除后会腾出空间，请过几个小时再试。
refused-share = 您在这里的照片已经达到一个人同时可以保留的上限。请删除不再需要的照片，或者等最早的照片自动删除。
refused-connection = 最近从您的网络发来的照片太多了。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
album-rest =
    { $left ->
       *[other] 相册里还剩 { $left } 张照片没有处理，
    }因为我一次只能处理几张。请在这些短片送达后再发送其余的。
animate-what = 用 /animate 回复一张照片，我就会让照片里的面孔动起来。
    .discord = 用 /animate 选择一张照片，或者长按（右键点击）一条带照片的消息，选择“APP > 让面孔动起来”。
file-what = 用 /file 回复我的一段短片，我会把它作为文件发给您。短片的照片必须仍在保存期内。
no-files-here = 我在这里没有发送文件的权限，无法发出短片。服务器的管理者可以允许我附加文件；您也可以在私信里把照片发给我。
answer-here = 我无法在您提出请求的频道里回复，所以在这里回复您。
inline-start = 先发给我一张照片
guest-what = 回复一张照片并提到我的名字，照片里的脸就会动起来。
pick-picture = 要哪一张图片？
pick-number = 图片 { $number }
other-text = 我处理的是照片。请发给我一张有人脸的照片；更多说明请看 /help
other-sticker = 我无法使用贴纸。请发给我一张有人脸的照片。
other-video = 我无法使用视频。请把其中一帧画面作为照片发给我。
other-file = 这个文件不是我能使用的图片。请发给我一张照片（JPEG、PNG 或 WebP）。
other-something = 我无法使用这个。请发给我一张有人脸的照片。
not-allowed = 本机器人只为其管理者的聊天服务。如果您想联系他们，这个聊天的编号是 { $chat }。
    .web = 本页面只为管理者允许的人服务。如果您想联系他们，您在这里的编号是 { $chat }。
fetch-failed = 我没能取到您的照片。请再发一次。
forget-done =
    { $photos ->
        [0] 这里已经没有您的任何内容：没有照片，也没有短片。
       *[other] 已删除：您的 { $photos } 张照片、由它们制作的所有短片，以及关于您的一切记录。
    }
forget-also =
    { $left ->
       *[other] 我还有 { $left } 条消息留在聊天中：
    }Telegram 只允许机器人删除发出不到两天的消息，而且机器人必须仍在该聊天中。请您自己在那里删除：长按消息，然后选择“删除”。在群里可以请管理员删除。
    .discord =
        { $left ->
           *[other] 我还有 { $left } 条消息留在频道中：
        }我在那里已经无法删除任何内容。请您自己删除，或者请版主帮忙。
deleted = 已删除：这张照片和由它制作的所有短片。
deleted-clip = 已删除：这段短片。
removal-ask = 您在这张照片里，不希望它出现在这里吗？我会把短视频从此聊天中删除，并告知提出请求的人。
removal-done = 已删除。提出请求的人和管理员都会得到通知。
removal-enough = 您今天已经要求删除了好几段短视频，这一段无法再删除。请使用“举报”，管理员会查看。
removal-told = 照片中的人要求从聊天中删除了您的一段短视频。如果您认为这样不对，请用 /report 告诉管理员。
report-thanks = 谢谢。本机器人的管理者已经得到通知，可以查看并删除它。
    .web = 谢谢。本页面的管理者已经得到通知，可以查看并删除它。
report-contact = 谢谢，我已经记下。也请写信给本机器人的管理者：{ $contact }
    .web = 谢谢，我已经记下。也请写信给本页面的管理者：{ $contact }
report-noted = 谢谢，我已经为本机器人的管理者记下。
    .web = 谢谢，我已经为本页面的管理者记下。
report-again = 谢谢。这段短片您已经举报过，我已经记下。
report-enough = 谢谢。一小时内的举报太多，这一条我没能收下。{ $minutes ->
       *[other] 请在 { $minutes } 分钟后再试。
    }
report-how = 要举报一段短片，请用 /report 回复它。照片在这里如何处理：/privacy
    .discord = 要举报一段短片，请长按（右键点击）它的消息，选择“APP > 举报短片”。照片在这里如何处理：/privacy
    .web = 要举报一段短片，请选择它下方的“举报这段短片”。照片在这里如何处理：/privacy
report-operator = 有人举报了一段短片。聊天 { $chat }，消息 { $message }，照片 { $photo }。
report-operator-unknown = 有人发来举报，但没有指明短片。聊天 { $chat }，消息 { $message }。
removal-operator = 有人表示自己在照片中，并删除了一段短视频。聊天 { $chat }，消息 { $message }，照片 { $photo }。

## 照片有什么问题，该怎么办

error-notAnImage = 这个文件不是图片。请发给我一张照片（JPEG、PNG 或 WebP）。
error-unsupportedFormat = 我无法读取这种图片。请以 JPEG 或 PNG 格式发送。
error-fileTooLarge = 这个文件对我来说太大了。请作为照片而不是文件发送，或者缩小到 20 MB 以内。
    .discord = 这个文件对我来说太大了。请缩小到 20 MB 以内。
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = 这张图片的像素超出了我能处理的范围。请作为照片而不是文件发送。
    .discord = 这张图片的像素超出了我能处理的范围。请把它缩小。
    .web = { error-tooManyPixels.discord }
error-sideTooLong = 这张图片太长或太宽，超出了我能处理的范围。请裁剪出有面孔的部分再发给我。
error-tooSlowToRead = 读取这张图片花的时间太长，我已停止。请把它存为普通的 JPEG 再发送，或者把它缩小。
error-damaged = 这张图片已经损坏，我没能在其中找到完整的面孔。如果您有原件，请发送原件。
error-noFace = 我没能在这张照片里找到面孔。把人物裁剪得近一些往往有帮助，请发给我裁剪后的照片。
error-noSuchFace = 我没能在照片里找到那张面孔。请选择短片下方的一个数字。
error-faceTooSmall = 这张照片里的面孔太小，动起来效果不好。请发送裁剪得更近的照片或更大的扫描件，最好以文件形式发送。
    .discord = 这张照片里的面孔太小，动起来效果不好。请发送裁剪得更近的照片或更大的扫描件。
    .web = { error-faceTooSmall.discord }
error-faceTurnedAway = 这张面孔侧得太厉害，动起来效果不好。请选择另一张面孔或另一张照片。
error-noSuchGesture = 我不认识这个动作。请选择短片下方的一个按钮。
error-gestureDoesNotSuit = 这个动作不适合这张面孔的姿态。请选择短片下方的其他动作。
error-clipTooLarge = 短片太大，无法在这里发送。请选择另一个动作。
error-tooMuchMemory = 处理这张图片需要的内存超出了我的限度。请存为普通的 JPEG，或者缩小一些再发给我。
error-tooMuchTime = 处理这张图片需要的时间太长了。请存为普通的 JPEG，或者缩小一些再发给我。
error-bug = 我这边出了问题，很抱歉。请稍后再发一次照片；/report 可以通知管理者。
    .discord = 我这边出了问题，很抱歉。请稍后再发一次照片。
    .web = { error-bug.discord }

## 机器人的自我介绍

command-start = 使用方法
command-help = 我能做什么
command-animate = 回复一张照片：让面孔动起来
    .discord = 让照片里的面孔动起来
command-file = 回复一段短片：作为文件发送
command-privacy = 保存什么，保存多久
command-forget = 立即删除我的一切
command-report = 向管理者举报一段短片
    .discord = 如何向管理者举报一段短片
bot-short-description = 让老照片里的面孔轻轻地动起来。
bot-description = 发来一张您珍爱之人的照片，您会得到一段短片，照片里的面孔会动起来：看看四周，眨眨眼，露出一丝微笑。照片和短片过一段时间就会删除，具体时间请看 /privacy

## Discord 菜单中的名称：命令和选项各用一个词

name-animate = 动起来
name-help = 帮助
name-privacy = 隐私
name-forget = 忘记
name-report = 举报
menu-animate = 让面孔动起来
menu-report = 举报短片
name-photo = 照片
option-photo = 有面孔的图片
name-gesture = 动作
option-gesture = 面孔要做的动作
name-face = 面孔
option-face = 面孔的编号，从左到右
name-everyone = 所有人
option-everyone = 让照片里的每个人都动起来
name-framing = 取景
option-framing = 短视频显示照片的多大范围
name-strength = 幅度
option-strength = 脸部动作的幅度

## 浏览器中的页面

page-lead = 选一张亲人的照片，看看那张面孔轻轻动起来。
page-private = 照片只留在运行 Keepsake 的这台机器上，过一段时间就会删除。
page-choose = 选择照片
page-camera = 拍一张照片
page-hint = 也可以把照片拖到这里，或者粘贴。
page-drop = 在这里松开照片
page-sending = 正在发送照片……
page-history = 照片和短片
page-photo = 您的照片
page-clips = 这张照片的短片
page-face = 面孔
page-tap-face = 点一下照片里的面孔，或者它的编号。
page-faces = 面孔
page-gestures = 动作
page-actions = 处理这段短片
page-play = 播放
page-pause = 暂停
page-download = 下载
page-copy = 复制为图片
page-copied = 已复制短片当前的画面。
page-copy-failed = 浏览器不允许这样做，请改为下载短片。
page-report = 举报这段短片
page-menu = 帮助与隐私
page-help = 使用说明
page-privacy = 保存哪些内容
page-forget = 全部删除
page-forget-ask = 要删除您的全部照片、由它们制作的所有短片，以及本页的全部内容吗？
page-forget-yes = 是的，全部删除
page-cancel = 保留
page-offline = 连接中断，正在重试……
page-too-many = 一下子太多了，请稍等一分钟。
page-invitation = 本页面仅限受邀者使用，请打开您收到的链接。
