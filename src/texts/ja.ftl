### Keepsake が話す言葉。会いたい人の写真を送る方々へ：簡潔に、あたたかく、ふざけずに。

## はじめに

start =
    こんにちは。人の写真を送ってください。古いものでも新しいものでもかまいません。あたりを見回したり、まばたきをしたり、ふとほほえんだりする、短い動画をお作りします。

    何人か写っているときは、どなたを動かすか選べます。詳しくは /help
start-group =
    こんにちは。このグループの写真に /animate で返信すると、写っている人が動く短い動画をお作りします。詳しくは /help
consent = 使う権利のある写真だけを送ってください。写っている方やご家族がどう思うかも、お考えください。どの動画にも小さな「AI」の印が付きます。動きはコンピューターが作ったもので、実際にあったことではありません。プライバシー：/privacy
    .web = 使う権利のある写真だけをお使いください。写っている方やご家族がどう思うかも、お考えください。どの動画にも小さな「AI」の印が付きます。動きはコンピューターが作ったもので、実際にあったことではありません。写真の取り扱い：/privacy
consent-caption = 動きはコンピューターが作ったもので、実際にあったことではありません。小さな「AI」の印がその目印です。使う権利のある写真だけを送ってください。写真の取り扱い：/privacy
help =
    • 写真を送ってください。ファイルとして送ると細部が残り、小さな顔もきれいに仕上がります。
    • グループでは、写真に /animate で返信してください。
    • 動画の下で、別の顔、全員、写真全体、別のしぐさ、動きの強弱を選べます。
    • 言葉でもお願いできます：「笑って」「彼女にウインクさせて」「全員」「もっと控えめに」
    • 動画に /file で返信すると、ファイルとしてお送りします。
    • 顔の映った動画や GIF で返信すると、その動きをします。
    • 曲や音声メッセージで返信すると、顔がその拍に合わせて動きます。
    • /privacy：保存される内容　/forget：あなたのデータをすべて削除　/report：動画を運営者に報告

    顔の幅が 100 ピクセル以上あり、おおむね正面を向いた、はっきりした写真がいちばんです。
    .discord =
        • サーバーでは：写真を付けて /animate。または、画像のあるメッセージを長押し（右クリック）して「アプリ > 動かす」。または、写真を付けて私にメンション。
        • ダイレクトメッセージでは：写真を送るだけです。
        • 動画の下で、別の顔、別のしぐさ、動きの強弱を選べます。
        • 動画への返信で、言葉でもお願いできます：「笑って」「彼女にウインクさせて」「全員」「もっと控えめに」
        • /animate に動き（顔の映った動画か GIF）を付ける。または、動画のあるメッセージで「アプリ > この動きを使う」。
        • /animate に音楽（曲か音声メッセージ）を付けると、顔がその拍に合わせて動く。
        • ⋯ からは、動画の保存、報告、削除ができます。ご自身が写っているときは、取り下げを求めることもできます。
        • /privacy：保存される内容　/forget：あなたのデータをすべて削除。動画のメッセージで「アプリ > 動画を報告」を選ぶと、運営者に届きます。

        顔の幅が 100 ピクセル以上あり、おおむね正面を向いた、はっきりした写真がいちばんです。
    .web =
        • 写真を選んでください。一度に何枚でもかまいません。パソコンでは、このページのどこかにドラッグしたり、貼り付けたりすることもできます。
        • 何人か写っているときは、動かしたい人をタップするか、全員を選んでください。
        • 動画の下で、写真全体、別のしぐさ、動きの強弱を選べます。動画の保存や、写真ごと削除することもできます。ハートを押すとアルバムに残ります。
        • 私のように動かす：カメラで動きを撮るか、顔の映った動画を選ぶと、写真の顔がその動きをします。
        • 写真の取り扱い：/privacy

        顔の幅が 100 ピクセル以上あり、おおむね正面を向いた、はっきりした写真がいちばんです。
privacy =
    保存される内容：あなたの写真、そこから作った動画、そしてボタンを使うために必要なチャットとメッセージの ID。写真と動画は運営者自身のコンピューターに暗号化して保存され（鍵は運営者が持っています）、{ $hours ->
       *[other] { $hours } 時間後に削除されます
    }。名前は保存せず、誰かを特定することもなく、学習に使うことも、誰かに渡すこともありません。最初のお知らせをご覧になったことは、最後の写真から半年間記録されます。

    顔に動きをまねさせるために送られた動画は、動きを測るとすぐに削除され、音声は読み取りません。残るのは数値になった動きだけで、その動画と同じ期間、残した動きは、削除するか半年間使わなくなるまで保存されます。話す動きは取り除くので、だれかに言葉を言わせることはできません。

    曲や音声メッセージは、拍を探すとすぐに削除されます。動画で聞こえる数小節だけが、その動画と一緒に同じ期間保存されます。音はあなたのもの、動きは人工のもので、唇は閉じたままです。

    今すぐすべて削除するには：/forget
    .web =
        保存される内容：あなたの写真、そこから作った動画、このページでのやりとり、そしてブラウザーを見分けるための Cookie。Cookie 以外はすべて運営者自身のコンピューターに暗号化して保存され（鍵は運営者が持っています）、{ $hours ->
            [0] あなたが削除するまで保存されます
           *[other] { $hours } 時間後に削除されます
        }。アルバムに残した動画とその下に書いたことは、取り出すまで、またはアルバムが半年間一度も開かれなくなるまで保存されます。誰かを特定することもなく、学習に使うことも、誰かに渡すこともありません。最初のお知らせをご覧になったことは、最後の写真から半年間記録されます。

        顔に動きをまねさせるために動きを撮ったり動画を選んだりすると、その動画は動きを測るとすぐに削除され、音声は録音も読み取りもしません。残るのは数値になった動きだけで、その動画と同じ期間、残した動きは、削除するか半年間使わなくなるまで保存されます。話す動きは取り除くので、だれかに言葉を言わせることはできません。カメラがついている間は、顔が見えているかをお知らせするために、小さな画像を 1 秒ごとに見ますが、保存はしません。

        今すぐすべて削除するには：/forget
privacy-contact = このボットの運営者：{ $contact }
    .web = このページの運営者：{ $contact }
privacy-no-contact = このボットの運営者は連絡先を公開していません。グループでは、追加した方にお尋ねください。
    .web = このページの運営者は連絡先を公開していません。このページを教えてくれた方にお尋ねください。

## 写真を処理しているあいだ

status-seen = 写真を受け取りました。顔を探しています…
status-wanted = 始めています…
status-waiting =
    { $place ->
        [1] 次があなたの番です。
       *[other] 順番は { $place } 番目です。
    }{ $unit ->
        [seconds] あと約 { $amount } 秒です。
       *[minutes] あと約 { $amount } 分です。
    }
status-looking = 顔を探しています…
status-measuring = 動きを測っています…
status-listening = 拍を聞いています…
status-rendering = 動画を作っています… あと約 { $seconds } 秒
status-sending = 動画を送っています…
clip-unsure = 動画を送りましたが、届いたか確かめる前に接続が切れました。ここになければ、もう一度写真を送ってください。

## 動画

caption = { $gesture }
caption-face = { $faces } 人中 { $face } 人目 · { $gesture }
caption-everyone = 全員 · { $gesture }
caption-some =
    { $faces } 人のうち { $moving } 人が動いています。{ $why ->
        [many] 一度に動かせるのは、大きく写っているこの方々までです。
       *[cannot] ほかの顔は、小さすぎるか、横を向きすぎています。
    }
caption-level = { $caption } · { $level ->
        [1] とても控えめ
        [2] 控えめ
        [4] 大きめ
       *[5] とても大きめ
    }
faces-strip = { $faces } 人の顔が見つかりました。番号は左から順で、{ $first } 番から始めます。別の人を見るには、番号をタップしてください。
choose-face = 顔を選ぶ
choose-gesture = しぐさを選ぶ
list-face = { $face } 人目
list-faces = 誰が何番？
clip-alt = 人工的に動かした写真：{ $caption }
button-everyone = 全員
button-whole-photo = 写真全体
button-close-up = 顔のアップ
button-original = 補正なし
button-enhanced = くっきり
button-stronger = もっと大きく
button-gentler = もっと控えめに
button-file = ファイルで保存
    .discord = 動画ファイルで保存
button-save = 別の形で保存…
button-save-file = ファイル
button-save-gif = GIF
button-save-sticker = ステッカー
button-save-round = 丸い動画
button-save-live = ライブフォト
button-share = 共有
button-delete = 削除
button-delete-yes = はい、削除します
button-delete-no = 残す
button-delete-reported = この動画を削除
button-try = この写真で試す
button-take-down = 私です。消して
button-take-down-yes = はい、消します
button-restore = もう一度許可
button-more = もっと…
button-faces = 顔
button-other = ⋯
button-back = ‹ 戻る
button-report = 報告
button-cancel = やめる

## ボタンやメニューでのしぐさの名前。「.caption」は動画の下に出る言葉

gesture-nostalgia = 動き出す
    .caption = 動き出す一枚
gesture-smile = ほほえむ
    .caption = ほほえみ
gesture-laugh = 笑う
    .caption = 笑い
gesture-blink = まばたきする
    .caption = まばたき
gesture-wink = ウインクする
    .caption = ウインク
gesture-look = 見回す
    .caption = 見回すまなざし
gesture-turn = 顔を向ける
    .caption = 振り向く顔
gesture-tilt = 首をかしげる
    .caption = かしげた首
gesture-nod = うなずく
    .caption = うなずき
gesture-shake = 首を横に振る
    .caption = 横に振る首
gesture-surprise = 眉を上げる
    .caption = 上がった眉
gesture-kiss = 投げキッスする
    .caption = 投げキッス
gesture-sigh = 息をつく
    .caption = ため息
gesture-asleep = うたた寝する
    .caption = うたた寝
gesture-drift = ゆっくりズーム

## ボタンへの返事

press-on-it = すぐに作ります。
press-already = これはもう作っているところです。
press-gone = この写真はもう削除されています。新しい動画を作るには、もう一度送ってください。
press-strange = このボタンはもう使えません。写真をもう一度送ってください。
press-delete-ask = 写真とその動画をすべて削除しますか？
press-not-yours = 削除できるのは、写真を送った方だけです。
press-take-down-ask = この写真にあなたが写っていれば、このチャットからすぐに消します。送った方と運営者に知らせますが、あなたのことは伝えません。
press-taken-down = 消しました。知らせてくださってありがとうございます。
press-take-down-enough = 今日はここで何度か消しています。ほかにもある場合は運営者にご連絡ください。連絡先：/privacy
press-is-down = この写真に写っている方が、ここでの表示を望んでいません。送った方で、間違いだと思われる場合は、運営者にご連絡ください：/privacy
press-restored = また表示できるようになりました。
press-shown = ここに表示されている動画です。
press-cancelled = 取りやめました。
press-cancel-not-yours = 取りやめられるのは、お願いした方だけです。
press-cancel-late = 取りやめるものはもうありません。

## 書かれた言葉への返事

wish-unclear = うまく読み取れませんでした。次のしぐさからお選びいただけます：{ $gestures }。ほかに「全員」「もっと控えめに」「もっと大きく」、または顔の番号もお使いいただけます。
wish-welcome = どういたしまして。

## できないことへの返事

refused-user-full = あなたの動画がすでにいくつか順番を待っています。どれかが届いてから、次の写真を送ってください。
refused-chat-full = このチャットではすでに多くの動画が順番を待っています。{ $minutes ->
       *[other] { $minutes } 分後にもう一度お試しください。
    }
refused-line-full = ただいま大変混み合っています。{ $minutes ->
       *[other] 約 { $minutes } 分後にもう一度お試しください。
    }
refused-quota = 1 時間にお一人で作れる動画の数に達しました。{ $minutes ->
       *[other] { $minutes } 分後にもう一度お試しください。
    }
refused-no-room = ただいま新しいものを置く場所がありません。古い写真が削除されると空きますので、数時間後にもう一度お試しください。
refused-share = お一人が同時に置ける写真の数に達しています。不要なものを削除するか、古いものが自動で削除されるまでお待ちください。
refused-connection = お使いの回線から最近とても多くの写真が届いています。{ $minutes ->
       *[other] { $minutes } 分後にもう一度お試しください。
    }
album-rest =
    { $left ->
       *[other] アルバムの写真が { $left } 枚残っています。
    }一度にお受けできるのは数枚までです。これらの動画が届いてから、残りを送ってください。
animate-what = 写真に /animate で返信すると、写っている人が動き出します。
    .discord = /animate で写真を選ぶか、写真のあるメッセージを長押し（右クリック）して「アプリ > 動かす」を選んでください。
animate-send = 写真を送ってくだされば、写っている人が動き出します。
file-what = 私の動画に /file で返信すると、ファイルとしてお送りします。元の写真がここに残っている必要があります。
no-files-here = ここではファイルを送る権限がないため、動画をお送りできません。サーバーの管理者が、ファイルの添付を許可できます。または、ダイレクトメッセージで写真を送ってください。
save-refused = このチャットでは送れません。「別の形で保存…」の「ファイル」をお試しください。
save-failed = うまくいきませんでした。申し訳ありません。少し後でもう一度お試しください。
answer-here = ご依頼のあったチャンネルでは返信できなかったため、こちらでお返事します。
pick-picture = どの画像にしますか？
pick-number = 画像 { $number }
inline-start = まず写真を送ってください
guest-begin = 動画をここに届けるには、一度私にメッセージを送っていただく必要があります。{ $link } を開いてから、もう一度ここでお試しください。
other-text = 写真をお預かりするボットです。顔の写った写真を送ってください。詳しくは /help
other-sticker = スタンプは使えません。顔の写った写真を送ってください。
other-video = 動かせるのは写真で、動画ではありません。その中の一場面を、写真として送ってください。または、その動画で私の動画に返信してください。顔がその動きをします。
other-sound = この音に合わせて顔を動かせます。まず写真を送り、できた動画に曲か音声メッセージで返信してください。
other-file = このファイルは使える画像ではありません。写真（JPEG、PNG、WebP）を送ってください。
other-something = これは使えません。顔の写った写真を送ってください。
not-allowed = このボットは、運営者のチャットでのみご利用いただけます。利用を申し込むときは、このチャットの ID { $chat } をお伝えください。
    .web = このページは、運営者が招いた方のみご利用いただけます。利用を申し込むときは、あなたの ID { $chat } をお伝えください。
fetch-failed = 写真をダウンロードできませんでした。もう一度送ってください。
movement-first = 写真の顔が、お送りの動画の動きをします。動画は動きを測るだけで、すぐに削除されます。音声は読み取りません。唇は話す動きをまねないので、だれかに言葉を言わせることはありません。
movement-not-fetched = 動画をダウンロードできませんでした。もう一度送ってください。
movement-title = 撮った動き
movement-number = 動き { $number }
movement-kept = 「{ $title }」として残しました。「もっと」にあります。この動画に /movement と名前で返信すると、名前を変えられます。
    .discord = 「{ $title }」として残しました。ダイレクトメッセージでは、どの動画の下のしぐさにもあります。
movement-named = この動きの名前は「{ $title }」になりました。「もっと」にあります。
movement-dropped = この動きを削除しました。
movement-gone = この動きはもう残っていません。動画をもう一度送ってください。
    .web = この動きはもう残っていません。もう一度撮ってください。
movement-not-yours = 動きを残せるのは、動画を送った方だけです。
movement-full = すでに { $limit } 個の動きが残っています。先に一つ削除してください：その動きで動画を作り、「もっと」>「この動きを削除」。
    .discord = すでに { $limit } 個の動きが残っています。ダイレクトメッセージでその一つを使った動画を作り、⋯ から削除してください。
    .web = すでに { $limit } 個の動きが残っています。先に「私のように動かす」で一つ削除してください。
movement-how = 顔の映った動画、丸い動画、GIF で、動画か写真に返信してください。写真の顔がその動きをします。できた動画に「/movement 私のうなずき」のように名前を付けて返信すると、どの写真にも使えます。
    .discord = 写真と、動きとして顔の映った動画か GIF を付けて /animate を使うと、写真の顔がその動きをします。または、動画のあるメッセージを長押し（右クリック）して「アプリ > この動きを使う」を選ぶと、ここの最後の動画がその動きをします。
button-keep-movement = この動きを残す
button-drop-movement = この動きを削除
song-first = 写真の顔が、お送りの音楽に合わせて動きます。頭とまゆと目が拍に合わせて動き、唇は閉じたままです。曲の数小節が動画に入り、動画と一緒に保存されます。ファイルそのものはすぐに削除されます。
song-not-fetched = 音楽をダウンロードできませんでした。もう一度送ってください。
song-title = 音楽に合わせて
song-caption = お送りの音楽に合わせて（音はあなたのもの、動きは人工のものです）
forget-done =
    { $photos ->
        [0] あなたのものは何も残っていません。写真も動画もありません。
       *[other] 削除しました：あなたの写真 { $photos } 枚、そこから作ったすべての動画、あなたについての記録すべて。
    }
forget-also =
    { $left ->
       *[other] 私のメッセージが { $left } 件、チャットに残っています。
    }Telegram では、ボットが消せるのは送信から 2 日以内で、まだ参加しているチャットのものだけです。お手数ですが、メッセージを長押しして「削除」を選んでください。グループでは管理者が削除できます。
    .discord =
        { $left ->
           *[other] 私のメッセージが { $left } 件、チャンネルに残っています。
        }そこではもう何も削除できません。お手数ですが、ご自身で削除するか、モデレーターにご依頼ください。
forget-later = いまはすべてを削除できません。引き続き試み、完了したらここでお知らせします。
deleted = 削除しました：写真と、そこから作ったすべての動画。
deleted-clip = 削除しました：この動画。
verify-how = 動画や画像に /verify で返信すると、Keepsake で作られたものかどうかをお調べします。内容は保存しません。
    .discord = 動画が Keepsake で作られたものかどうかを調べるには、そのメッセージを長押し（右クリック）して「アプリ > Keepsake製？」を選ぶか、/verify で送ってください。内容は保存しません。
verify-found = これは Keepsake で作られたものです。この動きは人工的なもので、ソフトウェアが一枚の写真から作りました。実際にあった動きではありません。
verify-not-found = Keepsake の印は見つかりませんでした。ただし、それは何の証明にもなりません。印は失われたり消されたりすることがあり、ほかのソフトウェアは印を残さないからです。
verify-unreadable = 画像としても動画としても読み取れなかったため、お答えできません。
verify-too-large = このファイルを取得できませんでした。大きすぎるか、もう残っていません。
verify-failed = 調べている途中で問題が起きました。申し訳ありません。少し待ってから、もう一度お試しください。
report-thanks = ありがとうございます。このボットの運営者に伝えました。動画を確認して削除できます。
    .web = ありがとうございます。このページの運営者に伝えました。動画を確認して削除できます。
report-contact = ありがとうございます。報告を記録しました。このボットの運営者にもご連絡ください：{ $contact }
    .web = ありがとうございます。報告を記録しました。このページの運営者にもご連絡ください：{ $contact }
report-noted = ありがとうございます。このボットの運営者への報告を記録しました。
    .web = ありがとうございます。このページの運営者への報告を記録しました。
report-again = ありがとうございます。この動画はすでに報告いただき、記録してあります。
report-enough = ありがとうございます。この 1 時間に報告がとても多く、今回はお受けできませんでした。{ $minutes ->
       *[other] { $minutes } 分後にもう一度お試しください。
    }
report-how = 動画を報告するには、/report で返信してください。プライバシー：/privacy
    .discord = 動画を報告するには、そのメッセージを長押し（右クリック）して「アプリ > 動画を報告」を選んでください。プライバシー：/privacy
    .web = 動画を報告するには、その下の「この動画を報告」を選んでください。写真の取り扱い：/privacy
report-operator = 動画の報告がありました。チャット { $chat }、メッセージ { $message }、写真 { $photo }。
report-operator-unknown = 動画のない報告がありました。チャット { $chat }、メッセージ { $message }。
take-down-operator = 写真に写っているという方がいて、そのチャットの動画を消しました。チャット { $chat }、写真 { $photo }。送った方から異議があれば、もう一度許可できます。
take-down-sender = あなたが送った写真に写っている方が、あのチャットでの表示を望んでいないため、そこにある動画を消しました。写真そのものには触れていません。間違いだと思われる場合は、運営者にご連絡ください。もう一度許可してもらえます。

## 写真の問題と、その対処

error-notAnImage = このファイルは画像ではありません。写真（JPEG、PNG、WebP）を送ってください。
error-unsupportedFormat = この形式の画像は読み取れません。JPEG か PNG で送ってください。
error-fileTooLarge = このファイルは 20 MB を超えています。ファイルではなく写真として送るか、小さくしてください。
    .discord = このファイルは 20 MB を超えています。小さくしてください。
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = この画像は画素数が多すぎます。ファイルではなく写真として送ってください。
    .discord = この画像は画素数が多すぎます。小さくしてください。
    .web = { error-tooManyPixels.discord }
error-sideTooLong = この画像は縦か横に長すぎます。顔のある部分を切り抜いて送ってください。
error-tooSlowToRead = この画像の読み取りに時間がかかりすぎました。通常の JPEG で送るか、小さくしてください。
error-damaged = この画像は壊れていて、顔の全体が残っていません。元の画像があれば、それを送ってください。
error-noFace = この写真には顔が見当たりません。人物の近くで切り抜くと、うまくいくことがよくあります。切り抜いたものを送ってください。
    .web = この写真に顔が見つかりませんでした。写っている場合は、顔のまわりを囲んでください。そこをもう一度探します。
error-noSuchFace = この写真にその番号の顔はありません。動画の下の番号から選んでください。
error-faceTooSmall = この写真では顔が小さすぎて、うまく動かせません。近くで切り抜いたものか、より大きなスキャンを、できればファイルとして送ってください。
    .discord = この写真では顔が小さすぎて、うまく動かせません。近くで切り抜いたものか、より大きなスキャンを送ってください。
    .web = この写真では顔がとても小さく写っています。囲めばそれでも試せます。もっと近くで切り取るか、大きくスキャンした写真もお使いください。
error-faceTurnedAway = この顔は横を向きすぎていて、うまく動かせません。別の顔か、別の写真を選んでください。
error-noSuchGesture = そのしぐさはここにはありません。動画の下から選んでください。
error-gestureDoesNotSuit = このしぐさは、この顔の向きや表情に合いません。動画の下から別のものを選んでください。
error-clipTooLarge = 動画が大きくなりすぎて、ここには送れません。別のしぐさを選んでください。
error-cannotCutOut = この写真では人と背景を分けられなかったため、ステッカーは作れません。
error-tooMuchMemory = この画像は、1 枚に使えるメモリーを超えています。通常の JPEG で保存するか、小さくして、送ってください。
error-tooMuchTime = この画像を開くのに時間がかかりすぎます。通常の JPEG で保存するか、小さくして、送ってください。
error-videoUnreadable = この動画はここでは読み込めません。ふつうの動画（MP4）を送ってください。
error-videoTooLarge = 動画が大きすぎます。1080p以下で数秒あれば十分です。
error-videoTooLong = 動画が1分を超えています。数秒で十分です。
error-videoTooShort = 動画が短すぎます。顔が少なくとも1秒は映っている必要があります。
error-videoNoFace = この動画には顔が見当たりません。明るいところで、一人の顔をカメラの近くで撮るのがいちばんです。
error-videoSeveralFaces = この動画には複数の顔があり、だれの動きかわかりません。一人だけを撮ってください。
error-videoFaceLost = この動画では顔が何度も隠れたり途切れたりしています。数秒間、途切れずに撮ってください。
error-videoStill = この動画の顔はほとんど動いていません。うなずき、ウインク、ほほえみ、見回すしぐさなどを撮ってください。
error-soundUnreadable = 読み込める音がありません。ふつうの曲か音声メッセージ（MP3、M4A、OGG）を送ってください。
error-soundTooLarge = 音声が大きすぎます。曲の1分ほどで十分です。
error-soundTooLong = 音声が20分を超えています。一曲か、その1分ほどで十分です。
error-soundTooShort = 音声が短すぎます。拍のある音が10秒ほど必要です。
error-soundNoBeat = 一定の拍が聞き取れませんでした。手拍子のできる曲がいちばんです。
error-bug = こちらで問題が起きました。申し訳ありません。少し待ってから、もう一度写真を送ってください。/report で運営者に伝えられます。
    .discord = こちらで問題が起きました。申し訳ありません。少し待ってから、もう一度写真を送ってください。
    .web = こちらで問題が起きました。申し訳ありません。少し待ってから、もう一度お試しください。

## ボットの自己紹介

command-start = 使い方
command-help = できること
command-animate = 写真への返信で：写っている人を動かす
    .discord = 写真に写っている人を動かす
command-file = 動画への返信で：ファイルとして送る
command-privacy = 何を、どのくらい保存するか
command-forget = 自分のデータを今すぐすべて削除
command-verify = 動画への返信で：Keepsake で作られたもの？
    .discord = Keepsake で作られたもの？
command-movement = 動画への返信で：その動きを残す
command-report = 動画を運営者に報告
    .discord = 動画を運営者に報告する方法
bot-short-description = 古い写真の人を、そっと動かします。
bot-description = 大切な人の写真を送ると、その人があたりを見回したり、まばたきをしたり、ふとほほえんだりする短い動画になります。動きはコンピューターが作ったもので、実際にあったことではありません。どの動画にも小さな「AI」の印が付きます。写真と動画はしばらくすると削除されます。いつかは /privacy をご覧ください。

## Discord のメニューでの名前。コマンドとオプションはそれぞれ一語で

name-animate = 動かす
name-help = ヘルプ
name-privacy = プライバシー
name-forget = 忘れる
name-verify = 確認
name-report = 報告
menu-animate = 動かす
menu-motion = この動きを使う
menu-verify = Keepsake製？
menu-report = 動画を報告
name-file = ファイル
option-file = 調べたい画像または動画
name-photo = 写真
option-photo = 顔の写った画像
name-motion = 動き
name-music = 音楽
option-motion = 動きをまねる、顔の映った動画または GIF
option-music = 顔がその拍に合わせて動く、曲または音声メッセージ
name-gesture = しぐさ
option-gesture = してほしいしぐさ
name-face = 顔
option-face = 顔の番号（左から順に）
name-everyone = 全員
option-everyone = 写っている全員を動かす
name-framing = 範囲
option-framing = 写真のどこまでを見せるか
name-strength = 大きさ
option-strength = 動きをどのくらい大きくするか
strength-level =
    { $level ->
        [1] とても控えめ
        [2] 控えめ
        [3] ふつう
        [4] 大きめ
       *[5] とても大きめ
    }

## ブラウザーのページ

page-lead = 大切な人の写真を選んで、その人がそっと動き出すのをご覧ください。
page-private = 写真は Keepsake が動いているコンピューターの中だけに置かれ、しばらくすると削除されます。
page-choose = 写真を選ぶ
page-camera = 写真を撮る
page-add = 写真を追加
page-try = この写真で試す
page-example = 見本：古い写真がそっと動き出します
page-hint = ここに写真をドラッグするか、貼り付けることもできます。
page-drop = 離すと追加されます
page-sending = 写真を送っています…
page-waiting = 送信を待っています
page-again = もう一度
page-remove = 取り除く
page-close = 閉じる
page-history = 写真と動画
page-photo = あなたの写真
page-clips = この写真の動画
page-face = 顔
page-tap-face = 動かす人をタップ
page-faces = 顔
page-gestures = しぐさ
page-more = もっと
page-strength = 動きの大きさ
page-actions = この動画のその他の操作
page-before = 押している間、写真を表示
page-progress = 動画の進み具合
page-heard-start = 動画を作っています。
page-heard-half = 半分できました。
page-heard-ready = できました：
page-play = 再生
page-pause = 一時停止
page-download = ダウンロード
page-copy = 静止画をコピー
page-copied = 動画がそのとき表示していた画面をコピーしました。
page-copy-failed = ブラウザーが許可しませんでした。動画をダウンロードしてください。
page-report = この動画を報告
page-menu = メニュー
page-help = 使い方
page-privacy = プライバシー
page-forget = すべて削除
page-forget-ask = あなたの写真、そこから作った動画、アルバム、このページの内容をすべて削除しますか？
page-forget-yes = はい、すべて削除します
page-cancel = 残す
page-offline = 接続が切れました。再接続しています…
page-away = 今は Keepsake につながりません。もう一度試しています…
page-too-large-for-way = Keepsake までの途中で、この大きさのファイルは受け付けられません。もっと小さい画像を使ってください。
page-draw = 顔を囲む
page-draw-hint = 顔のまわりをドラッグして囲んでください。
page-draw-keys = 矢印キーで移動、Shift を押しながらで大きさが変わります。
page-draw-use = ここを探す
page-moment = 動画の場面を選ぶ
page-moment-use = この場面を使う
page-no-video = このブラウザではこの動画を表示できません。動画から切り出した画像を使ってください。
page-move = 私のように動かす
page-film = 動きを撮る
page-film-choose = 動画を選ぶ
page-film-how = 写真の顔が、あなたの動きをします。うなずき、ウインク、ほほえみ、あたりを見回すなど。唇は話す動きをまねません。
page-film-privacy = 動画（カメラなら 6 秒、ファイルなら 1 分まで）は、Keepsake の動いているコンピューターで動きを測るだけで、すぐに削除されます。音声は録音も読み取りもしません。残るのは数値になった動きだけです。カメラがついている間は、顔が映っているかを見るために、小さな画像が 1 秒ごとに送られますが、保存はしません。
page-film-opening = カメラの使用を許可してください…
page-film-picture = カメラに映っているもの
page-film-begin = 始める
page-film-back = 戻る
page-film-look = 顔を楕円に入れて、カメラを見てください。
page-film-nobody = まだ顔が見えません。明るい所でカメラを見てください。
page-film-far = もう少し近づいてください。
page-film-several = 顔がいくつか見えます。一人だけで映ってください。
page-film-good = 顔がよく見えています。
page-film-calm = 少しの間、落ち着いた顔でじっとしてください…
page-film-now = どうぞ：うなずく、ほほえむ、ウインク、見回す
page-film-sending = 動画を送っています…
page-film-measuring = 動きを測っています…およそ 15 秒。
page-film-denied = ブラウザがこのページにカメラの使用を許可していません。アドレスの横のマークから許可するか、動画を選んでください。
page-film-none = カメラが見つかりません。代わりに動画を選べます。
page-film-busy = カメラが応答しません。ほかのプログラムが使っているのかもしれません。もう一度試すか、動画を選んでください。
page-film-insecure = ブラウザは https のページにしかカメラを使わせませんが、このページは https で開かれていません。代わりに動画を選べます。
page-film-unable = このブラウザではページ上で撮影できません。代わりに動画を選べます。
page-film-too-large-for-way = Keepsake までの途中に、この大きさのファイルを受け付けないところがあります。もっと短い動画を選んでください。
page-movements = あなたの動き
page-movement-name = この動きの名前は？
page-movement-example = 私のうなずき
page-movement-kept = 残しました。「しぐさ」の中にあり、どの写真にも使えます。
page-too-many = 操作が多すぎます。1 分ほどお待ちください。
page-invitation = このページは招待された方のためのものです。受け取ったリンクを開くか、コードを入力してください。
page-keep = 残す
page-goes = 削除まで
page-album = アルバム
page-album-empty = まだ何もありません。動画の下のハートを押すと、ここに残ります。
page-album-full = アルバムがいっぱいです。先に動画をひとつ取り出してください。
page-photos = 写真
page-name = 名前
page-years = 年
page-let-go = アルバムから取り出す
page-let-go-ask = この動画をアルバムから取り出しますか？動画は削除され、これを使ったムービーも削除されます。
page-let-go-yes = はい、取り出す
page-save-as = 保存形式
page-still = 静止画
page-previous = 前の動画
page-next = 次の動画
page-frame = フォトフレーム
page-frame-empty = フレームはまだ空です。ハートで残した動画がここに現れます。
page-frame-dark = このブラウザーでは画面が消えることがあります。端末の設定で画面を常時オンにするか、https でページを開いてください。
page-elsewhere = 別の画面で見る
page-elsewhere-how = もう一台の端末で読み取るか、このアドレスを開いてください。10 分以内に一度だけ使え、その端末でもあなたの写真とアルバムが見られるようになります。
page-elsewhere-local = このページはこのコンピューターだけで開けます。ほかの端末からは開けません。
page-reel = ムービーを作る
page-reel-how = 流したい順に動画をタップしてください。
page-reel-make = この順で作る
page-reel-working = ムービーを作っています
page-reel-failed = このムービーは作れませんでした。もう一度お試しください。
page-reels = ムービー
page-earlier = 前へ
page-later = 後へ
page-leave-out = 外す
page-delete = 削除
page-in-album = アルバムにあります
page-saving = ファイルを作っています…
page-code = コード
page-code-enter = 入る
page-code-wrong = コードが違うか、すでに使われています。
page-verify = Keepsake で作られたもの？
page-verify-lead = 動画か画像を選んでください。Keepsake の印があるかどうかをお調べします。内容は保存しません。
page-verify-choose = ファイルを選ぶ
page-verify-hint = ここにドロップしたり、貼り付けたりもできます。
page-verify-drop = 離すと調べます
page-verify-looking = 印を探しています… 数秒かかることがあります。
page-verify-found = Keepsake で作られています
page-verify-not-found = 印は見つかりませんでした
page-verify-unreadable = 読み取れません
page-verify-picture = 画像の中の見えない印
page-verify-signature = 署名付きメタデータ（Content Credentials）
page-verify-note = ファイルに書かれた注記
page-verify-marks = 見つかった印
page-verify-software = ソフトウェアで作成または加工されたと、ファイル自身に記録されています。
page-verify-unreachable = いま Keepsake につながりません。少し待ってから、もう一度お試しください。

## 状態ページ（運営者向け）

operator-title = 状態
operator-open = 開く
operator-secret-wrong = ADMIN_SECRET と違います。
operator-later = 1 分ほど待ってからもう一度お試しください。
operator-platforms = プラットフォーム
operator-web = このページ
operator-connected = 接続中
operator-not-connected = 未接続
operator-running-for = 稼働時間
operator-starts = 24 時間の起動回数
operator-now = 現在
operator-in-work = 処理中
operator-waiting = 待機中
operator-undelivered = 未配信
operator-longest = 最長の待ち時間
operator-usual = 動画 1 本の目安
operator-disk = ディスク
operator-photos = 写真
operator-clips = 動画
operator-albums = アルバムの動画
operator-used = 使用量
operator-may-be-used = 上限
operator-no-limit = 制限なし
operator-free = 空き
operator-next-deletion = 次の削除
operator-nothing-kept = なし
operator-memory = メモリー
operator-memory-chat = チャットのプロセス
operator-memory-render = 描画のプロセス
operator-memory-free = このコンピューターの空き
operator-workers = ほかのマシン
operator-worker-usable = 待機中
operator-worker-gone = 応答なし
operator-worker-leaving = 終了中
operator-worker-otherVersion = Keepsakeのバージョンが違うため、何も割り当てません
operator-worker-busy = 作成中
operator-worker-done = 完成
operator-worker-failed = 失敗
operator-worker-heard = 最後の応答
operator-redis = 中継のRedis
operator-redis-well = 応答あり
operator-redis-ill = 応答なし
operator-redis-memory = Redisのメモリ
operator-no-workers = まだありません。
operator-failures = 動画なし（24 時間）
operator-refusals = 上限による拒否（24 時間）
operator-none = ありません。
operator-quota = 1 人あたり 1 時間の本数
operator-userFull = 1 人の待機数
operator-chatFull = 1 チャットの待機数
operator-lineFull = 待ち行列全体
operator-errors = 最近のエラー
operator-no-errors = 起動してからありません。
operator-clips-per-hour = 1 時間ごとの動画
operator-quiet = 静かな一日です。この 24 時間、動画の依頼はありません。問題はありません。
operator-without = 動画なし
operator-stages = 段階ごとの時間（24 時間）
operator-half = 半数以内
operator-most = 20 回中 19 回以内
operator-decode = 写真の読み込み
operator-detect = 顔の検出
operator-landmarks = 顔の計測
operator-enhance = 顔の鮮明化
operator-rig = 動きの準備
operator-render = 描画
operator-encode = エンコード
operator-total = 合計
operator-invite = 招待する
operator-invite-how = 1 人が 1 週間以内に一度だけ使えます。読み取るか、リンクを開くか、コードを入力します。
operator-invite-local = ほかの人はこのページを開けないので、招待は不要です。
operator-new-invitation = 新しい招待
operator-kind-notAnImage = 画像ではない
operator-kind-unsupportedFormat = 未対応の形式
operator-kind-fileTooLarge = ファイルが大きすぎる
operator-kind-tooManyPixels = 画素数が多すぎる
operator-kind-sideTooLong = 画像が長すぎる
operator-kind-tooSlowToRead = 読み込みが遅すぎる
operator-kind-damaged = 壊れた画像
operator-kind-noFace = 顔がない
operator-kind-noSuchFace = その顔はない
operator-kind-faceTooSmall = 顔が小さすぎる
operator-kind-faceTurnedAway = 顔が横を向いている
operator-kind-noSuchGesture = その動きはない
operator-kind-gestureDoesNotSuit = 合わない動き
operator-kind-clipTooLarge = 動画が大きすぎる
operator-kind-cannotCutOut = 切り抜けない
operator-kind-tooMuchMemory = メモリー不足
operator-kind-tooMuchTime = 時間切れ
operator-kind-bug = こちらの不具合（ログを参照）
operator-kind-crash = 描画プロセスの異常終了
operator-kind-timeout = 時間がかかりすぎた

## 動画をお願いするときに書かれる言葉。読点で区切る。しぐさの名前はそのまま通じる

words-nostalgia = 動かして, 動いて, 動かす, 生き返らせて, アニメーション
words-smile = ほほえんで, 微笑んで, 微笑む, 微笑み, ほほえませて, 微笑ませて, 笑って, 笑顔, 笑顔にして, にっこり, にっこりして, にっこり笑って, にこっとして, スマイル
words-laugh = 大笑い, 大笑いして, 大笑いさせて, 爆笑, 声を出して笑って, 笑わせて, はははと笑って
words-blink = まばたきして, まばたきさせて, 瞬き, 瞬きして, 瞬きさせて, 目を閉じて, 目を閉じる, 目をつぶって
words-wink = ウインクして, ウィンク, ウィンクする, ウィンクして, ウインクさせて, ウィンクさせて, 片目をつぶって, 片目を閉じて
words-look = 見回して, 周りを見て, まわりを見て, あたりを見回す, あたりを見回して, 見回させて, 左右を見て, 目を動かして
words-turn = 顔を向けて, 振り向いて, 振り向く, 横を向いて, 横を向く, 頭を動かして, 首を回して, 首を動かして
words-tilt = 首をかしげて, 首を傾げて, 首を傾げる, 首をかしげさせて, 頭を傾けて, 小首をかしげて
words-nod = うなずいて, 頷いて, 頷く, うなずかせて, 頷かせて, 首を縦に振って
words-shake = 首を振って, 首を振る, 首を横に振って, 首を振らせて, いやいやして
words-surprise = 眉を上げて, 眉をあげて, 眉毛を上げて, びっくりして, 驚いて, 驚く, びっくり顔
words-kiss = 投げキッスして, 投げキス, 投げキスして, キスして, キス, キッス, チューして
words-sigh = 息をついて, ため息して, ため息をついて, ため息をつく, 深呼吸, 深呼吸して
words-asleep = うたた寝して, うとうと, うとうとして, 居眠り, 居眠りして, 眠って, 寝て, 眠る
words-drift = ズーム, ズームして, ゆっくりズームして, カメラを動かして, カメラを動かす
words-everyone = みんな, みんなで, 皆, 全員で, 全員を, 全部の顔, 二人とも, ふたりとも, 家族みんな
words-whole-photo = 写真全体で, 全体, 全体で, 写真全部, 引きで
words-close-up = アップ, アップで, 顔だけ, 寄って, 近くで, ポートレート
words-original = 元のまま, 元の写真, オリジナル, 加工なし
words-enhanced = くっきりと, 鮮明に, きれいに, 補正して
words-gentle = 控えめ, 控えめに, 軽く, そっと, やさしく, 優しく, かすかに, 小さく, 少しだけ
words-gentler = もっとやさしく, もっと優しく, もっと軽く, もう少し控えめに, もっと小さく, もう少し小さく, もう少しやさしく, 弱く, もっと弱く, 大きすぎる, 強すぎる, やりすぎ
words-strong = 大きめ, 大きく, 強く, はっきり, しっかり, 思いきり
words-stronger = もっと強く, もう少し大きく, もう少し強く, もっとはっきり, 小さすぎる, 弱すぎる, 物足りない
words-very = とても, すごく, かなり
words-ask = お願い, できれば
words-filler = ください, 下さい, お願いします, お願い, して, させて, 今度は, 次は, を, に, が, も, で, 番, 番目, 人目, の人, の顔, 顔, ちょっと, 少し, ね, よ, じゃあ, では, 彼女, 彼, この人, この方, 祖母, 祖父, 母, 父, 妹, 弟, 姉, 兄, 娘, 息子, おばあちゃん, おじいちゃん, お母さん, お父さん, おかあさん, おとうさん, ママ, パパ, 子供, 赤ちゃん, 女の子, 男の子, 女性, 男性, もらえますか, もらえる, くれますか, くれる, いただけますか, ほしい, 欲しい, てほしい, こんにちは
words-whom = 写真, 画像
words-not = ない, しないで, ないで, ません, 笑える, 笑っちゃう, 笑った, 笑っている, 笑ってる, 笑顔が, 笑顔だ, 笑顔で, の笑顔, な笑顔, い笑顔, 素敵, 可愛い, かわいい, きれいに写って, 眠っている, 寝ている, みんな元気, 見ている, 動いた, 動いてる, 動いている, 驚いた
words-remark = 笑顔, 微笑み, ほほえみ, 笑い, まばたき, ウインク, うなずき, 投げキッス, キス, キッス, ため息, うたた寝, 大笑い, 爆笑, みんな, 皆, 全体, 眠る, 驚く, アップ, オリジナル, きれいに, 動き出す一枚, 上がった眉, スマイル, 笑う
words-thanks = ありがとう, ありがとうございます, ありがとうございました, どうもありがとう, 感謝します, 感謝
