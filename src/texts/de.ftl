### Was Keepsake sagt. Menschen schicken Fotos von denen, die ihnen fehlen: schlicht, warm, ohne Scherze.

## Erste Worte

start =
    Hallo. Schick mir das Foto eines Menschen, alt oder neu, und ich mache daraus einen kurzen Clip, in dem das Gesicht lebendig wird: ein Blick umher, ein Blinzeln, der Anflug eines Lächelns.

    Sind mehrere Menschen darauf, bestimmst du, wer sich bewegt. Mehr dazu: /help
start-group =
    Hallo. Antworte in diesem Chat mit /animate auf ein Foto, und ich mache daraus einen kurzen Clip, in dem das Gesicht lebendig wird. Mehr dazu: /help
consent = Bitte schick nur Fotos, die du verwenden darfst, und denk daran, was die Menschen darauf oder ihre Familien wollen würden. Jeder Clip trägt ein kleines Zeichen „AI“: Die Bewegung stammt vom Computer und hat so nie stattgefunden. Datenschutz: /privacy
    .web = Bitte nimm nur Fotos, die du verwenden darfst, und denk daran, was die Menschen darauf oder ihre Familien wollen würden. Jeder Clip trägt ein kleines Zeichen „AI“: Die Bewegung stammt vom Computer und hat so nie stattgefunden. Was hier mit Fotos geschieht: /privacy
consent-caption = Die Bewegung stammt vom Computer und hat so nie stattgefunden; das kleine Zeichen „AI“ sagt es. Bitte schick nur Fotos, die du verwenden darfst. Was mit ihnen geschieht: /privacy
help =
    • Schick ein Foto. Als Datei behält es mehr Einzelheiten, und kleine Gesichter gelingen besser.
    • In Gruppen: Antworte mit /animate auf ein Foto.
    • Unter dem Clip wählst du ein anderes Gesicht, alle zusammen, das ganze Foto, eine andere Geste oder mehr und weniger Bewegung.
    • Oder sag es einfach: „lächeln“, „lass sie zwinkern“, „alle“, „sanfter“.
    • Antworte mit /file auf einen Clip, um ihn als Datei zu bekommen.
    • Antworte auf einen Clip mit einem Video oder GIF von einem Gesicht, dann macht er diese Bewegung.
    • Antworte auf einen Clip mit einem Lied oder einer Sprachnachricht, dann bewegt sich das Gesicht im Takt.
    • /privacy: was gespeichert wird. /forget: alles von dir löschen. /report: dem Betreiber einen Clip melden.

    Am besten eignet sich ein scharfes Foto, auf dem das Gesicht mindestens 100 Pixel breit ist und ungefähr in die Kamera schaut.
    .discord =
        • Auf einem Server: /animate mit einem Foto. Oder halte eine Nachricht mit einem Bild gedrückt (Rechtsklick) und wähle Apps > Beleben. Oder erwähne mich zusammen mit einem Foto.
        • In Direktnachrichten: Schick einfach ein Foto.
        • Unter dem Clip wählst du ein anderes Gesicht, eine andere Geste oder mehr und weniger Bewegung.
        • Oder antworte auf den Clip und sag es einfach: „lächeln“, „lass sie zwinkern“, „alle“, „sanfter“.
        • /animate mit einer Bewegung: einem Video oder GIF von einem Gesicht. Oder an einer Nachricht mit einem Video Apps > Als Bewegung verwenden.
        • /animate mit Musik: einem Lied oder einer Sprachnachricht, zu deren Takt sich das Gesicht bewegt.
        • Hinter ⋯: den Clip als Video sichern, melden, löschen oder, wenn du darauf zu sehen bist, entfernen lassen.
        • /privacy: was gespeichert wird. /forget: alles von dir löschen. Apps > Clip melden, an der Nachricht eines Clips, verständigt den Betreiber.

        Am besten eignet sich ein scharfes Foto, auf dem das Gesicht mindestens 100 Pixel breit ist und ungefähr in die Kamera schaut.
    .web =
        • Wähle ein Foto oder mehrere auf einmal. Am Computer kannst du sie auch irgendwo auf diese Seite ziehen oder einfügen.
        • Sind mehrere Menschen darauf, tippe den an, der sich bewegen soll, oder wähle alle.
        • Unter dem Clip wählst du das ganze Foto, eine andere Geste oder mehr und weniger Bewegung. Dort kannst du den Clip auch speichern oder mitsamt seinem Foto löschen. Mit dem Herz bleibt er in deinem Album.
        • Beweg dich wie ich: Filme eine Bewegung mit der Kamera oder wähle ein Video von einem Gesicht, und das Gesicht auf dem Foto macht sie.
        • Was mit deinen Fotos geschieht: /privacy

        Am besten eignet sich ein scharfes Foto, auf dem das Gesicht mindestens 100 Pixel breit ist und ungefähr in die Kamera schaut.
privacy =
    Was gespeichert wird: deine Fotos, die Clips daraus und die Kennungen von Chat und Nachrichten, ohne die die Knöpfe nicht funktionieren würden. Fotos und Clips liegen verschlüsselt auf dem Rechner des Betreibers, der den Schlüssel hat, und werden { $hours ->
        [one] nach einer Stunde
       *[other] nach { $hours } Stunden
    } gelöscht. Keine Namen werden gespeichert, niemand wird erkannt, nichts dient zum Trainieren, und nichts wird an irgendjemanden weitergegeben. Dass du den ersten Hinweis gesehen hast, bleibt bis ein halbes Jahr nach deinem letzten Foto vermerkt.

    Schickst du ein Video, damit ein Gesicht dessen Bewegung macht, wird es nur gemessen und sofort gelöscht; sein Ton wird nie gelesen. Es bleibt die Bewegung als Zahlen: so lange wie ihre Clips, oder, wenn du sie behältst, bis du sie löschst oder ein halbes Jahr nicht verwendest. Das Sprechen wird herausgenommen, niemandem lassen sich Worte in den Mund legen.

    Schickst du ein Lied oder eine Sprachnachricht, wird nur der Takt gesucht und die Datei sofort gelöscht. Die Takte, die im Clip zu hören sind, bleiben mit ihm gespeichert und genauso lange. Der Ton ist von dir, die Bewegung ist künstlich, und die Lippen bleiben geschlossen.

    Alles sofort löschen: /forget
    .web =
        Was gespeichert wird: deine Fotos, die Clips daraus, was auf dieser Seite gesagt wird, und ein Cookie, an dem sie deinen Browser wiedererkennt. Alles außer dem Cookie liegt verschlüsselt auf dem Rechner des Betreibers, der den Schlüssel hat, und wird { $hours ->
            [0] erst auf deinen Wunsch
            [one] nach einer Stunde
           *[other] nach { $hours } Stunden
        } gelöscht. Was du ins Album legst, bleibt mit dem, was du darunter schreibst, bis du es herausnimmst oder ein halbes Jahr lang niemand ins Album gesehen hat. Niemand wird erkannt, nichts dient zum Trainieren, und nichts wird an irgendjemanden weitergegeben. Dass du den ersten Hinweis gesehen hast, bleibt bis ein halbes Jahr nach deinem letzten Foto vermerkt.

        Filmst du eine Bewegung oder wählst ein Video, damit ein Gesicht dessen Bewegung macht, wird das Video nur gemessen und sofort gelöscht; Ton wird weder aufgenommen noch gelesen. Es bleibt die Bewegung als Zahlen: so lange wie ihre Clips, oder, wenn du sie behältst, bis du sie löschst oder ein halbes Jahr nicht verwendest. Das Sprechen wird herausgenommen, niemandem lassen sich Worte in den Mund legen. Solange die Kamera läuft, wird jede Sekunde ein kleines Standbild angesehen, um dir zu sagen, ob dein Gesicht zu sehen ist; keines wird behalten.

        Alles sofort löschen: /forget
privacy-contact = Der Betreiber dieses Bots: { $contact }
    .web = Der Betreiber dieser Seite: { $contact }
privacy-no-contact = Der Betreiber dieses Bots hat keinen Kontakt angegeben. Frag in einer Gruppe, wer ihn hinzugefügt hat.
    .web = Der Betreiber dieser Seite hat keinen Kontakt angegeben. Frag, wer dir von ihr erzählt hat.

## Während ein Foto in Arbeit ist

status-seen = Dein Foto ist da. Suche Gesichter …
status-wanted = Es geht los …
status-waiting =
    { $place ->
        [one] Du bist als Nächstes dran,
       *[other] Du bist Nummer { $place } in der Reihe,
    } { $unit ->
        [seconds] noch etwa { $amount } s.
       *[minutes] noch etwa { $amount } Min.
    }
status-looking = Suche Gesichter …
status-measuring = Messe die Bewegung …
status-listening = Höre auf den Takt …
status-rendering = Der Clip entsteht … noch etwa { $seconds } s
status-sending = Sende den Clip …
clip-unsure = Der Clip ist abgeschickt, aber die Verbindung brach ab, bevor klar war, ob er angekommen ist. Falls er nicht hier ist, schick das Foto bitte noch einmal.

## Der Clip

caption = { $gesture }
caption-face = Gesicht { $face } von { $faces } · { $gesture }
caption-everyone = Alle · { $gesture }
caption-some =
    In Bewegung: { $moving } von { $faces } Gesichtern. { $why ->
        [many] Mehr als diese, die größten, können sich nicht gleichzeitig bewegen.
       *[cannot] Die anderen sind zu klein oder zu weit weggedreht.
    }
caption-level = { $caption } · { $level ->
        [1] sehr sanft
        [2] sanft
        [4] stark
       *[5] sehr stark
    }
faces-strip = Ich habe { $faces } Gesichter gefunden, von links nach rechts nummeriert, und beginne mit Nummer { $first }. Für ein anderes tippe auf seine Nummer.
choose-face = Gesicht wählen
choose-gesture = Geste wählen
list-face = Gesicht { $face }
list-faces = Wer ist wer?
clip-alt = Foto mit künstlicher Bewegung: { $caption }
button-everyone = Alle
button-whole-photo = Ganzes Foto
button-close-up = Nahaufnahme
button-original = Unbearbeitet
button-enhanced = Schärfer
button-stronger = Stärker
button-gentler = Sanfter
button-file = Als Datei sichern
    .discord = Als Video sichern
button-save = Sichern als …
button-save-file = Datei
button-save-gif = GIF
button-save-sticker = Sticker
button-save-round = Rundes Video
button-save-live = Live-Foto
button-share = Teilen
button-delete = Löschen
button-delete-yes = Ja, löschen
button-delete-no = Behalten
button-delete-reported = Clip löschen
button-try = Dieses ausprobieren
button-take-down = Das bin ich: weg
button-take-down-yes = Ja, entfernen
button-restore = Wieder erlauben
button-more = Mehr …
button-faces = Gesichter
button-other = ⋯
button-back = ‹ Zurück
button-report = Melden
button-cancel = Abbrechen

## Die Gesten, wie Knöpfe und Menüs sie nennen; „.caption“ steht unter dem Clip

gesture-nostalgia = Lebendig werden
    .caption = Wie lebendig
gesture-smile = Lächeln
    .caption = Ein Lächeln
gesture-laugh = Lachen
    .caption = Ein Lachen
gesture-blink = Blinzeln
    .caption = Ein Blinzeln
gesture-wink = Zwinkern
    .caption = Ein Zwinkern
gesture-look = Sich umsehen
    .caption = Ein Blick umher
gesture-turn = Kopf drehen
    .caption = Eine Kopfdrehung
gesture-tilt = Kopf neigen
    .caption = Ein geneigter Kopf
gesture-nod = Nicken
    .caption = Ein Nicken
gesture-shake = Kopf schütteln
    .caption = Ein Kopfschütteln
gesture-surprise = Brauen heben
    .caption = Gehobene Brauen
gesture-kiss = Kuss zuwerfen
    .caption = Ein Kuss
gesture-sigh = Seufzen
    .caption = Ein Seufzer
gesture-asleep = Einnicken
    .caption = Ein Schlummer
gesture-drift = Kamerafahrt
    .caption = Eine Kamerafahrt

## Antworten auf Knöpfe

press-on-it = Kommt sofort.
press-already = Dieser Clip entsteht gerade.
press-gone = Dieses Foto ist schon gelöscht. Für einen neuen Clip schick es bitte noch einmal.
press-strange = Dieser Knopf funktioniert nicht mehr. Bitte schick das Foto noch einmal.
press-delete-ask = Das Foto und alle seine Clips löschen?
press-not-yours = Löschen kann es nur, wer das Foto geschickt hat.
press-take-down-ask = Wenn du auf diesem Bild bist, wird es in diesem Chat sofort entfernt. Wer es geschickt hat und der Betreiber erfahren es, aber nicht, wer du bist.
press-taken-down = Es ist entfernt. Danke, dass du es gesagt hast.
press-take-down-enough = Du hast hier heute schon mehrere Bilder entfernen lassen. Für weitere schreib bitte dem Betreiber; /privacy sagt, wie.
press-is-down = Jemand auf diesem Bild möchte nicht, dass es hier gezeigt wird. Falls das ein Irrtum ist und du es geschickt hast, schreib bitte dem Betreiber: /privacy
press-restored = Es darf wieder gezeigt werden.
press-shown = Das ist der Clip, der hier zu sehen ist.
press-cancelled = Abgebrochen.
press-cancel-not-yours = Abbrechen kann es nur, wer darum gebeten hat.
press-cancel-late = Hier ist nichts mehr abzubrechen.

## Antworten auf das, was Menschen schreiben

wish-unclear = Das habe ich nicht ganz verstanden. Du kannst dir eine dieser Gesten wünschen: { $gestures }. Oder sag „alle“, „sanfter“, „stärker“ oder die Nummer eines Gesichts.
wish-welcome = Sehr gern.

## Antworten auf das, was nicht geht

refused-user-full = Mehrere Clips von dir warten schon. Bitte schick das nächste Foto, wenn einer davon angekommen ist.
refused-chat-full = In diesem Chat warten schon viele Clips. Bitte versuch es { $minutes ->
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } noch einmal.
refused-line-full = Gerade ist sehr viel zu tun. Bitte versuch es { $minutes ->
        [one] in etwa einer Minute
       *[other] in etwa { $minutes } Minuten
    } noch einmal.
refused-quota = Du hast so viele Clips bekommen, wie ein Mensch in einer Stunde haben kann. Bitte versuch es { $minutes ->
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } noch einmal.
refused-no-room = Gerade ist kein Platz für Neues. Platz entsteht, wenn ältere Fotos gelöscht werden; bitte versuch es in ein paar Stunden noch einmal.
refused-share = Du hast hier so viele Fotos, wie ein Mensch gleichzeitig haben kann. Bitte lösche eines, das du nicht mehr brauchst, oder warte, bis die ältesten von selbst gelöscht werden.
refused-connection = In letzter Zeit sind sehr viele Fotos von deinem Anschluss gekommen. Bitte versuch es { $minutes ->
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } noch einmal.
album-rest =
    { $left ->
        [one] Ein Foto des Albums ist übrig geblieben,
       *[other] { $left } Fotos des Albums sind übrig geblieben,
    } weil ich nur wenige auf einmal nehme. Bitte schick den Rest, wenn diese Clips angekommen sind.
animate-what = Antworte mit /animate auf ein Foto, und sein Gesicht wird lebendig.
    .discord = Wähle mit /animate ein Foto, oder halte eine Nachricht mit einem Foto gedrückt (Rechtsklick) und wähle Apps > Beleben.
animate-send = Schick mir einfach ein Foto, und das Gesicht darauf wird lebendig.
file-what = Antworte mit /file auf einen meiner Clips, und ich schicke ihn als Datei. Sein Foto muss hier noch gespeichert sein.
no-files-here = Ich darf hier keine Dateien senden und kann den Clip deshalb nicht schicken. Wer diesen Server verwaltet, kann mir das Anhängen von Dateien erlauben. Oder schick mir das Foto als Direktnachricht.
save-refused = Dieser Chat lässt das nicht zu. „Datei“ unter „Sichern als …“ sollte hier gehen.
save-failed = Das hat nicht geklappt. Es tut mir leid. Bitte versuch es etwas später noch einmal.
answer-here = In dem Kanal, in dem du gefragt hast, konnte ich nicht antworten, deshalb antworte ich hier.
pick-picture = Welches der Bilder?
pick-number = Bild { $number }
inline-start = Schick mir erst ein Foto
guest-begin = Damit ich den Clip hierher bringen kann, musst du mir einmal geschrieben haben. Bitte öffne { $link } und frag hier noch einmal.
other-text = Ich arbeite mit Fotos. Bitte schick mir eines, auf dem ein Gesicht zu sehen ist. Mehr dazu: /help
other-sticker = Sticker kann ich nicht verwenden. Bitte schick mir ein Foto, auf dem ein Gesicht zu sehen ist.
other-video = Ich belebe Fotos, keine Videos. Bitte schick mir ein einzelnes Bild daraus, als Foto. Oder antworte damit auf einen Clip: Dann macht das Gesicht die Bewegung aus dem Video.
other-sound = Dazu kann sich ein Gesicht bewegen. Schick mir zuerst ein Foto, und antworte dann auf den Clip mit dem Lied oder der Sprachnachricht.
other-file = Diese Datei ist kein Bild, das ich verwenden kann. Bitte schick mir ein Foto (JPEG, PNG oder WebP).
other-something = Das kann ich nicht verwenden. Bitte schick mir ein Foto, auf dem ein Gesicht zu sehen ist.
not-allowed = Dieser Bot ist nur für die Chats derer da, die ihn betreiben. Die ID dieses Chats ist { $chat }, falls du sie um Zugang bitten möchtest.
    .web = Diese Seite ist nur für Menschen da, die ihr Betreiber eingelassen hat. Deine ID hier ist { $chat }, falls du um Zugang bitten möchtest.
fetch-failed = Ich konnte dein Foto nicht herunterladen. Bitte schick es noch einmal.
movement-first = Das Gesicht auf dem Foto macht die Bewegung aus deinem Video. Das Video wird nur gemessen und dann sofort gelöscht, sein Ton wird nicht gelesen. Die Lippen folgen dem Sprechen nicht: Niemandem werden Worte in den Mund gelegt.
movement-not-fetched = Ich konnte dein Video nicht herunterladen. Bitte schick es noch einmal.
movement-title = Gefilmte Bewegung
movement-number = Bewegung { $number }
movement-kept = Behalten als „{ $title }“. Du findest sie unter Mehr. Antworte mit /movement und einem Namen auf diesen Clip, um sie anders zu nennen.
    .discord = Behalten als „{ $title }“. In Direktnachrichten findest du sie bei den Gesten unter jedem Clip.
movement-named = Diese Bewegung heißt jetzt „{ $title }“. Du findest sie unter Mehr.
movement-dropped = Diese Bewegung ist gelöscht.
movement-gone = Diese Bewegung ist nicht mehr da. Bitte schick das Video noch einmal.
    .web = Diese Bewegung ist nicht mehr da. Bitte filme sie noch einmal.
movement-not-yours = Behalten kann die Bewegung nur, wer das Video geschickt hat.
movement-full = Du hast schon { $limit } Bewegungen behalten. Lösche zuerst eine: Mach einen Clip damit, dann Mehr > Bewegung löschen.
    .discord = Du hast schon { $limit } Bewegungen behalten. Mach in einer Direktnachricht einen Clip mit einer davon und lösche sie hinter ⋯.
    .web = Du hast schon { $limit } Bewegungen behalten. Lösche zuerst eine davon, unter „Beweg dich wie ich“.
movement-how = Antworte auf einen Clip oder ein Foto mit einem Video, einer Videonachricht oder einem GIF von einem Gesicht: Das Gesicht auf dem Foto macht diese Bewegung. Antworte mit /movement und einem Namen auf den Clip, etwa „/movement mein Nicken“, dann hast du sie wieder für jedes Foto.
    .discord = Nimm /animate mit einem Foto und als Bewegung ein Video oder GIF von einem Gesicht: Das Gesicht auf dem Foto macht diese Bewegung. Oder halte eine Nachricht mit einem Video gedrückt (Rechtsklick) und wähle Apps > Als Bewegung verwenden: Der letzte Clip hier macht sie.
button-keep-movement = Bewegung behalten
button-drop-movement = Bewegung löschen
song-first = Das Gesicht auf dem Foto bewegt sich zu deiner Musik: Kopf, Brauen und Augen im Takt, die Lippen bleiben geschlossen. Einige Takte davon sind im Clip zu hören und bleiben mit ihm gespeichert; die Datei selbst wird sofort gelöscht.
song-not-fetched = Ich konnte deine Musik nicht herunterladen. Bitte schick sie noch einmal.
song-title = Zur Musik
song-caption = Zu deiner Musik bewegt (der Ton ist von dir, die Bewegung ist künstlich)
forget-done =
    { $photos ->
        [0] Von dir ist hier nichts mehr: kein Foto, kein Clip.
        [one] Gelöscht: dein Foto, alle Clips daraus und alles, was über dich vermerkt war.
       *[other] Gelöscht: deine { $photos } Fotos, alle Clips daraus und alles, was über dich vermerkt war.
    }
forget-also =
    { $left ->
        [one] Eine meiner Nachrichten ist noch in ihrem Chat:
       *[other] { $left } meiner Nachrichten sind noch in ihren Chats:
    } Telegram lässt Bots nur entfernen, was keine zwei Tage alt ist, und nur dort, wo sie noch Mitglied sind. Bitte lösche sie dort selbst: Halte die Nachricht gedrückt und wähle „Löschen“. In einer Gruppe kann das ein Administrator tun.
    .discord =
        { $left ->
            [one] Eine meiner Nachrichten ist noch in ihrem Kanal:
           *[other] { $left } meiner Nachrichten sind noch in ihren Kanälen:
        } Dort kann ich nichts mehr entfernen. Bitte lösche sie selbst oder frag einen Moderator.
forget-later = Gerade kann ich nicht alles löschen. Ich versuche es weiter und sage dir hier Bescheid, sobald alles gelöscht ist.
deleted = Gelöscht: das Foto und alle Clips daraus.
deleted-clip = Gelöscht: dieser Clip.
verify-how = Antworte mit /verify auf einen Clip oder ein Bild, und ich sehe nach, ob Keepsake es gemacht hat. Nichts davon wird gespeichert.
    .discord = Um zu sehen, ob Keepsake einen Clip gemacht hat, halte seine Nachricht gedrückt (Rechtsklick) und wähle Apps > Von Keepsake?, oder schick ihn mit /verify. Nichts davon wird gespeichert.
verify-found = Das hat Keepsake gemacht. Die Bewegung darin ist künstlich: Ein Programm hat sie aus einem unbewegten Foto gemacht. Was sich hier bewegt, ist nie geschehen.
verify-not-found = Ich habe darin kein Zeichen von Keepsake gefunden. Das beweist nichts: Zeichen können verloren gehen oder entfernt werden, und andere Programme hinterlassen keine.
verify-unreadable = Ich konnte das weder als Bild noch als Video lesen und kann es deshalb nicht sagen.
verify-too-large = Ich konnte diese Datei nicht holen: Sie ist zu groß für mich oder nicht mehr da.
verify-failed = Beim Nachsehen ist etwas schiefgegangen. Das tut mir leid; versuch es bitte etwas später noch einmal.
report-thanks = Danke. Der Betreiber dieses Bots weiß Bescheid und kann den Clip ansehen und löschen.
    .web = Danke. Der Betreiber dieser Seite weiß Bescheid und kann den Clip ansehen und löschen.
report-contact = Danke. Deine Meldung ist vermerkt. Bitte schreib auch dem Betreiber dieses Bots: { $contact }
    .web = Danke. Deine Meldung ist vermerkt. Bitte schreib auch dem Betreiber dieser Seite: { $contact }
report-noted = Danke. Deine Meldung ist für den Betreiber dieses Bots vermerkt.
    .web = Danke. Deine Meldung ist für den Betreiber dieser Seite vermerkt.
report-again = Danke. Diesen Clip hast du schon gemeldet, und die Meldung ist vermerkt.
report-enough = Danke. In der letzten Stunde gab es sehr viele Meldungen, diese konnte nicht mehr angenommen werden. Bitte versuch es { $minutes ->
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } noch einmal.
report-how = Um einen Clip zu melden, antworte mit /report darauf. Datenschutz: /privacy
    .discord = Um einen Clip zu melden, halte seine Nachricht gedrückt (Rechtsklick) und wähle Apps > Clip melden. Datenschutz: /privacy
    .web = Um einen Clip zu melden, wähle darunter „Clip melden“. Was hier mit Fotos geschieht: /privacy
report-operator = Jemand hat einen Clip gemeldet. Chat { $chat }, Nachricht { $message }, Foto { $photo }.
report-operator-unknown = Jemand hat eine Meldung ohne Clip geschickt. Chat { $chat }, Nachricht { $message }.
take-down-operator = Jemand sagt, auf einem Bild zu sein; dessen Clips wurden in dem Chat entfernt. Chat { $chat }, Foto { $photo }. Widerspricht der Absender, kannst du es wieder erlauben.
take-down-sender = Jemand auf einem Foto, das du geschickt hast, möchte nicht, dass es in dem Chat gezeigt wird. Deshalb habe ich die Clips davon dort entfernt; dein Foto selbst habe ich nicht angerührt. Wenn das ein Irrtum ist, schreib bitte dem Betreiber, der es wieder erlauben kann.

## Was mit einem Foto nicht stimmt, und was zu tun ist

error-notAnImage = Diese Datei ist kein Bild. Bitte schick ein Foto (JPEG, PNG oder WebP).
error-unsupportedFormat = Solche Bilder lassen sich hier nicht lesen. Bitte schick es als JPEG oder PNG.
error-fileTooLarge = Diese Datei hat mehr als 20 MB. Bitte schick sie als Foto statt als Datei, oder verkleinere sie.
    .discord = Diese Datei hat mehr als 20 MB. Bitte verkleinere sie.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = Dieses Bild hat zu viele Pixel. Bitte schick es als Foto statt als Datei.
    .discord = Dieses Bild hat zu viele Pixel. Bitte verkleinere es.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = Dieses Bild ist zu lang oder zu breit. Bitte schneide den Teil mit dem Gesicht aus und schick den.
error-tooSlowToRead = Dieses Bild zu lesen hat zu lange gedauert. Bitte schick es als gewöhnliches JPEG, oder verkleinere es.
error-damaged = Dieses Bild ist beschädigt, ein ganzes Gesicht ist nicht mehr darauf. Wenn du das Original hast, schick bitte das.
error-noFace = Auf diesem Foto ist wohl kein Gesicht. Oft hilft es, näher um den Menschen herum zuzuschneiden; bitte schick mir das.
    .web = Auf diesem Foto wurde kein Gesicht gefunden. Ist eins darauf, zieh einen Rahmen darum, dann wird dort gesucht.
error-noSuchFace = Ein Gesicht mit dieser Nummer gibt es auf dem Foto nicht. Bitte wähle eine der Nummern unter dem Clip.
error-faceTooSmall = Das Gesicht ist auf diesem Foto zu klein, um sich gut zu bewegen. Bitte schick einen engeren Ausschnitt oder einen größeren Scan, am besten als Datei.
    .discord = Das Gesicht ist auf diesem Foto zu klein, um sich gut zu bewegen. Bitte schick einen engeren Ausschnitt oder einen größeren Scan.
    .web = Das Gesicht ist auf diesem Foto sehr klein. Zieh einen Rahmen darum, um es trotzdem zu versuchen, oder nimm einen engeren Ausschnitt oder einen größeren Scan.
error-faceTurnedAway = Dieses Gesicht ist zu weit zur Seite gedreht, um sich gut zu bewegen. Bitte wähle ein anderes Gesicht oder ein anderes Foto.
error-noSuchGesture = Diese Geste gibt es hier nicht. Bitte wähle eine von denen unter dem Clip.
error-gestureDoesNotSuit = Diese Geste passt nicht dazu, wie dieses Gesicht schaut. Bitte wähle unter dem Clip eine andere.
error-clipTooLarge = Der Clip ist zu groß geworden, um ihn hier zu senden. Bitte wähle eine andere Geste.
error-cannotCutOut = Ich konnte den Menschen auf diesem Foto nicht vom Hintergrund trennen, deshalb gibt es davon keinen Sticker.
error-tooMuchMemory = Dieses Bild braucht mehr Speicher, als für eines da ist. Bitte speichere es als gewöhnliches JPEG oder verkleinere es, und schick das.
error-tooMuchTime = Dieses Bild zu öffnen dauert zu lange. Bitte speichere es als gewöhnliches JPEG oder verkleinere es, und schick das.
error-videoUnreadable = Das ist kein Video, das sich hier lesen lässt. Bitte schick ein gewöhnliches Video (MP4).
error-videoTooLarge = Dieses Video ist zu groß. Ein paar Sekunden in höchstens 1080p genügen.
error-videoTooLong = Dieses Video dauert länger als eine Minute. Ein paar Sekunden genügen.
error-videoTooShort = Dieses Video ist zu kurz: Das Gesicht sollte mindestens eine Sekunde lang zu sehen sein.
error-videoNoFace = In diesem Video ist wohl kein Gesicht. Am besten geht es mit einem einzelnen Gesicht, nah an der Kamera und in gutem Licht.
error-videoSeveralFaces = In diesem Video sind mehrere Gesichter, und es ist nicht klar, wessen Bewegung gemeint ist. Bitte filme nur einen Menschen.
error-videoFaceLost = Das Gesicht ist in diesem Video immer wieder verdeckt oder weggeschnitten. Bitte filme es ein paar Sekunden ohne Unterbrechung.
error-videoStill = Das Gesicht in diesem Video bewegt sich kaum. Bitte filme ein Nicken, ein Zwinkern, ein Lächeln oder einen Blick in die Runde.
error-soundUnreadable = Hier ist kein Ton, der sich lesen lässt. Bitte schick ein gewöhnliches Lied oder eine Sprachnachricht (MP3, M4A oder OGG).
error-soundTooLarge = Diese Tonaufnahme ist zu groß. Eine Minute des Liedes genügt.
error-soundTooLong = Diese Tonaufnahme dauert länger als zwanzig Minuten. Ein Lied oder eine Minute davon genügt.
error-soundTooShort = Diese Tonaufnahme ist zu kurz: Etwa zehn Sekunden mit einem Takt sollten es sein.
error-soundNoBeat = Ich höre darin keinen gleichmäßigen Takt. Am besten geht es mit einem Lied, zu dem man mitklatschen könnte.
error-bug = Hier ist etwas schiefgegangen. Das tut mir leid. Bitte schick das Foto etwas später noch einmal; /report verständigt den Betreiber.
    .discord = Hier ist etwas schiefgegangen. Das tut mir leid. Bitte schick das Foto etwas später noch einmal.
    .web = Hier ist leider etwas schiefgegangen. Bitte versuch es etwas später noch einmal.

## Wie der Bot sich beschreibt

command-start = So funktioniert es
command-help = Was ich kann
command-animate = Als Antwort auf ein Foto: das Gesicht lebendig machen
    .discord = Das Gesicht auf einem Foto lebendig machen
command-file = Als Antwort auf einen Clip: ihn als Datei schicken
command-privacy = Was gespeichert wird, und wie lange
command-forget = Jetzt alles von mir löschen
command-verify = Als Antwort auf einen Clip: Ist er von Keepsake?
    .discord = Hat Keepsake das gemacht?
command-movement = Als Antwort auf einen Clip: seine Bewegung behalten
command-report = Dem Betreiber einen Clip melden
    .discord = Wie man dem Betreiber einen Clip meldet
bot-short-description = Macht Gesichter auf alten Fotos behutsam lebendig.
bot-description = Schick das Foto eines Menschen, der dir lieb ist, und du bekommst einen kurzen Clip, in dem sein Gesicht lebendig wird: ein Blick umher, ein Blinzeln, der Anflug eines Lächelns. Die Bewegung stammt vom Computer und hat so nie stattgefunden; das sagt in jedem Clip ein kleines Zeichen „AI“. Fotos und Clips werden nach einer Weile gelöscht; /privacy sagt, wann.

## Namen in Discords Menüs: ein Wort in Kleinbuchstaben für einen Befehl oder eine Option

name-animate = beleben
name-help = hilfe
name-privacy = datenschutz
name-forget = vergessen
name-verify = prüfen
name-report = melden
menu-animate = Beleben
menu-motion = Als Bewegung verwenden
menu-verify = Von Keepsake?
menu-report = Clip melden
name-file = datei
option-file = Das Bild oder Video, um das es geht
name-photo = foto
option-photo = Das Bild mit dem Gesicht
name-motion = bewegung
name-music = musik
option-motion = Ein Video oder GIF von einem Gesicht, dessen Bewegung gemacht wird
option-music = Ein Lied oder eine Sprachnachricht, zu deren Takt sich das Gesicht bewegt
name-gesture = geste
option-gesture = Was das Gesicht tun soll
name-face = gesicht
option-face = Die Nummer des Gesichts, von links nach rechts
name-everyone = alle
option-everyone = Alle auf dem Foto bewegen sich
name-framing = ausschnitt
option-framing = Wie viel vom Foto zu sehen ist
name-strength = stärke
option-strength = Wie stark sich das Gesicht bewegt
strength-level =
    { $level ->
        [1] Sehr sanft
        [2] Sanft
        [3] Normal
        [4] Stark
       *[5] Sehr stark
    }

## Auf der Seite im Browser

page-lead = Wähle das Foto eines lieben Menschen und sieh zu, wie sein Gesicht behutsam lebendig wird.
page-private = Fotos bleiben auf dem Rechner, auf dem Keepsake läuft, und werden nach einer Weile gelöscht.
page-choose = Foto wählen
page-camera = Foto aufnehmen
page-add = Neues Foto
page-try = Mit diesem Foto ausprobieren
page-example = Beispiel: ein altes Foto, behutsam lebendig
page-hint = Du kannst ein Foto auch hierher ziehen oder einfügen.
page-drop = Zum Hinzufügen loslassen
page-sending = Sende dein Foto …
page-waiting = Wartet aufs Senden
page-again = Noch einmal
page-remove = Entfernen
page-close = Schließen
page-history = Fotos und Clips
page-photo = Dein Foto
page-clips = Clips dieses Fotos
page-face = Gesicht
page-tap-face = Wer soll sich bewegen?
page-faces = Gesichter
page-gestures = Gesten
page-more = Mehr
page-strength = Bewegung
page-actions = Mehr zu diesem Clip
page-before = Gedrückt halten, um das Foto zu sehen
page-progress = Wie weit der Clip ist
page-heard-start = Der Clip entsteht.
page-heard-half = Zur Hälfte fertig.
page-heard-ready = Fertig:
page-play = Abspielen
page-pause = Pause
page-download = Herunterladen
page-copy = Standbild kopieren
page-copied = Kopiert: das Bild, das der Clip gerade zeigte.
page-copy-failed = Der Browser hat das nicht erlaubt. Bitte lade den Clip herunter.
page-report = Clip melden
page-menu = Menü
page-help = So funktioniert es
page-privacy = Datenschutz
page-forget = Alles löschen
page-forget-ask = Alle deine Fotos, alle Clips daraus, dein Album und alles auf dieser Seite löschen?
page-forget-yes = Ja, alles löschen
page-cancel = Behalten
page-offline = Verbindung unterbrochen. Neuer Versuch …
page-away = Keepsake ist gerade nicht zu erreichen. Neuer Versuch …
page-too-large-for-way = Auf dem Weg zu Keepsake werden keine so großen Dateien angenommen. Bitte nimm ein kleineres Bild.
page-draw = Rahmen ums Gesicht ziehen
page-draw-hint = Ziehe einen Rahmen um das Gesicht.
page-draw-keys = Die Pfeiltasten verschieben ihn, mit der Umschalttaste ändern sie seine Größe.
page-draw-use = Hier suchen
page-moment = Moment aus dem Video wählen
page-moment-use = Diesen Moment nehmen
page-no-video = Dieser Browser kann das Video nicht zeigen. Bitte nimm ein einzelnes Bild daraus.
page-move = Beweg dich wie ich
page-film = Bewegung filmen
page-film-choose = Video wählen
page-film-how = Das Gesicht auf dem Foto macht deine Bewegung: ein Nicken, ein Zwinkern, ein Lächeln, einen Blick in die Runde. Die Lippen folgen dem Sprechen nicht.
page-film-privacy = Dein Video, sechs Sekunden aus der Kamera oder höchstens eine Minute aus einer Datei, wird auf dem Rechner, auf dem Keepsake läuft, nur gemessen und sofort gelöscht. Ton wird weder aufgenommen noch gelesen. Es bleibt die Bewegung als Zahlen. Solange die Kamera läuft, geht jede Sekunde ein kleines Standbild dorthin, um zu sehen, ob dein Gesicht darauf ist; keines wird behalten.
page-film-opening = Bitte erlaube die Kamera …
page-film-picture = Was die Kamera sieht
page-film-begin = Los
page-film-back = Zurück
page-film-look = Schau in die Kamera, mit dem Gesicht im Oval.
page-film-nobody = Noch ist kein Gesicht zu sehen. Schau dort, wo es hell ist, in die Kamera.
page-film-far = Komm ein wenig näher.
page-film-several = Es sind mehrere Gesichter zu sehen. Nur eines sollte da sein.
page-film-good = Dein Gesicht ist gut zu sehen.
page-film-calm = Einen Moment stillhalten, mit ruhigem Gesicht …
page-film-now = Jetzt: nicken, lächeln, zwinkern, umherschauen
page-film-sending = Dein Video wird gesendet …
page-film-measuring = Deine Bewegung wird gemessen … etwa 15 Sekunden.
page-film-denied = Der Browser lässt diese Seite nicht an die Kamera. Du kannst es beim Zeichen neben der Adresse erlauben oder ein Video wählen.
page-film-none = Hier wurde keine Kamera gefunden. Du kannst stattdessen ein Video wählen.
page-film-busy = Die Kamera antwortet nicht; vielleicht verwendet sie gerade ein anderes Programm. Versuch es noch einmal oder wähle ein Video.
page-film-insecure = Browser geben einer Seite die Kamera nur über https, und diese wurde ohne geöffnet. Du kannst stattdessen ein Video wählen.
page-film-unable = Dieser Browser kann auf einer Seite nicht filmen. Du kannst stattdessen ein Video wählen.
page-film-too-large-for-way = Etwas auf dem Weg zu Keepsake nimmt keine Dateien dieser Größe an. Bitte wähle ein kürzeres Video.
page-movements = Deine Bewegungen
page-movement-name = Wie heißt diese Bewegung?
page-movement-example = Mein Nicken
page-movement-kept = Behalten. Du findest sie bei den Gesten, für jedes Foto.
page-too-many = Zu viele Anfragen. Bitte warte eine Minute.
page-invitation = Diese Seite ist für eingeladene Gäste. Öffne bitte den Link, den du bekommen hast, oder gib seinen Code ein.
page-keep = Behalten
page-goes = Wird gelöscht
page-album = Album
page-album-empty = Hier ist noch nichts. Tippe auf das Herz unter einem Clip, und er bleibt hier.
page-album-full = Dein Album ist voll. Nimm bitte zuerst einen Clip heraus.
page-photos = Fotos
page-name = Name
page-years = Jahre
page-let-go = Aus dem Album nehmen
page-let-go-ask = Diesen Clip aus dem Album nehmen? Er wird gelöscht, und mit ihm die Filme, in denen er vorkommt.
page-let-go-yes = Ja, herausnehmen
page-save-as = Speichern als
page-still = Standbild
page-previous = Vorheriger Clip
page-next = Nächster Clip
page-frame = Bilderrahmen
page-frame-empty = Der Rahmen ist noch leer. Was du mit dem Herz behältst, erscheint hier.
page-frame-dark = Dieser Browser lässt den Bildschirm vielleicht ausgehen. Stell am Gerät ein, dass er anbleibt, oder öffne die Seite über https.
page-elsewhere = Auf einem anderen Gerät
page-elsewhere-how = Scanne das mit dem anderen Gerät, oder öffne dort die Adresse. Sie gilt einmal, zehn Minuten lang; das Gerät sieht dann deine Fotos und dein Album wie dieses hier.
page-elsewhere-local = Andere Geräte erreichen diese Seite nicht: Sie ist nur auf diesem Computer zu sehen.
page-reel = Film zusammenstellen
page-reel-how = Tippe die Clips in der Reihenfolge an, in der sie laufen sollen.
page-reel-make = Film erstellen
page-reel-working = Der Film wird erstellt
page-reel-failed = Dieser Film ließ sich nicht erstellen. Versuch es bitte noch einmal.
page-reels = Filme
page-earlier = Früher
page-later = Später
page-leave-out = Weglassen
page-delete = Löschen
page-in-album = In deinem Album
page-saving = Deine Datei wird erstellt …
page-code = Code
page-code-enter = Eintreten
page-code-wrong = Dieser Code stimmt nicht, oder er wurde schon benutzt.
page-verify = Ist das von Keepsake?
page-verify-lead = Wähle einen Clip oder ein Bild, und ich suche darin nach den Zeichen von Keepsake. Nichts davon wird gespeichert.
page-verify-choose = Datei auswählen
page-verify-hint = Du kannst sie auch hierher ziehen oder einfügen.
page-verify-drop = Zum Nachsehen loslassen
page-verify-looking = Ich suche nach Zeichen … das kann einige Sekunden dauern.
page-verify-found = Von Keepsake gemacht
page-verify-not-found = Kein Zeichen gefunden
page-verify-unreadable = Nicht lesbar
page-verify-picture = Ein unsichtbares Zeichen im Bild
page-verify-signature = Signierte Metadaten (Content Credentials)
page-verify-note = Ein Vermerk in der Datei
page-verify-marks = Gefundene Zeichen
page-verify-software = In der Datei selbst steht, dass ein Programm sie gemacht oder verändert hat.
page-verify-unreachable = Keepsake ist gerade nicht zu erreichen. Bitte versuch es gleich noch einmal.

## Die Statusseite, für den Betreiber

operator-title = Status
operator-open = Öffnen
operator-secret-wrong = Das ist nicht ADMIN_SECRET.
operator-later = Bitte warte eine Minute und versuch es noch einmal.
operator-platforms = Plattformen
operator-web = die Seite
operator-connected = verbunden
operator-not-connected = nicht verbunden
operator-running-for = Läuft seit
operator-starts = Starts in 24 Stunden
operator-now = Jetzt
operator-in-work = In Arbeit
operator-waiting = Wartend
operator-undelivered = Noch nicht zugestellt
operator-longest = Längste Wartezeit
operator-usual = Ein Clip braucht meist
operator-disk = Auf der Platte
operator-photos = Fotos
operator-clips = Clips
operator-albums = Clips in Alben
operator-used = Belegt
operator-may-be-used = Höchstens
operator-no-limit = so viel da ist
operator-free = Frei
operator-next-deletion = Nächste Löschung
operator-nothing-kept = nichts zu löschen
operator-memory = Speicher
operator-memory-chat = Chat-Prozess
operator-memory-render = Render-Prozesse
operator-memory-free = Frei auf diesem Rechner
operator-workers = Andere Rechner
operator-worker-usable = bereit
operator-worker-gone = meldet sich nicht mehr
operator-worker-leaving = hört gerade auf
operator-worker-otherVersion = andere Version von Keepsake: bekommt nichts
operator-worker-busy = In Arbeit
operator-worker-done = Fertig
operator-worker-failed = Gescheitert
operator-worker-heard = Zuletzt gehört
operator-redis = Redis dazwischen
operator-redis-well = antwortet
operator-redis-ill = antwortet nicht
operator-redis-memory = Speicher von Redis
operator-no-workers = Noch keiner da.
operator-failures = Ohne Clip, 24 Stunden
operator-refusals = Durch Grenzen abgelehnt, 24 Stunden
operator-none = Keine.
operator-quota = Clips einer Person in einer Stunde
operator-userFull = Wartende Clips einer Person
operator-chatFull = Wartende Clips eines Chats
operator-lineFull = Die ganze Schlange
operator-errors = Letzte Fehler
operator-no-errors = Keine seit dem Start.
operator-clips-per-hour = Clips pro Stunde
operator-quiet = Ein ruhiger Tag: In den letzten 24 Stunden wollte niemand einen Clip. Alles ist in Ordnung.
operator-without = ohne Clip
operator-stages = Zeit je Schritt, 24 Stunden
operator-half = die Hälfte in
operator-most = 19 von 20 in
operator-decode = Foto lesen
operator-detect = Gesichter finden
operator-landmarks = Gesichter vermessen
operator-enhance = Gesichter klarer machen
operator-rig = Bewegung vorbereiten
operator-render = Zeichnen
operator-encode = Kodieren
operator-total = Insgesamt
operator-invite = Jemanden einladen
operator-invite-how = Für eine Person, einmal, eine Woche lang: scannen, den Link öffnen oder den Code eintippen.
operator-invite-local = Niemand sonst erreicht diese Seite, also braucht niemand eine Einladung.
operator-new-invitation = Neue Einladung
operator-kind-notAnImage = Kein Bild
operator-kind-unsupportedFormat = Unbekanntes Format
operator-kind-fileTooLarge = Datei zu groß
operator-kind-tooManyPixels = Zu viele Pixel
operator-kind-sideTooLong = Bild zu lang
operator-kind-tooSlowToRead = Zu langsam zu lesen
operator-kind-damaged = Beschädigtes Bild
operator-kind-noFace = Kein Gesicht
operator-kind-noSuchFace = Dieses Gesicht gibt es nicht
operator-kind-faceTooSmall = Gesicht zu klein
operator-kind-faceTurnedAway = Gesicht abgewandt
operator-kind-noSuchGesture = Diese Geste gibt es nicht
operator-kind-gestureDoesNotSuit = Geste passt nicht
operator-kind-clipTooLarge = Clip zu groß
operator-kind-cannotCutOut = Nicht freizustellen
operator-kind-tooMuchMemory = Zu viel Speicher
operator-kind-tooMuchTime = Zu viel Zeit
operator-kind-bug = Eigener Fehler (siehe Log)
operator-kind-crash = Render-Prozess beendet
operator-kind-timeout = Dauerte zu lange

## Was Menschen für einen Clip schreiben, klein und mit Kommas getrennt; die Titel der Gesten werden ohnehin verstanden

words-nostalgia = beleben, belebe, belebt, zum leben erwecken, zum leben bringen, lebendig, lebendig machen, lebendig wird, nostalgie
words-smile = lächle, lächel, lächelt, anlächeln, grinsen, grinst, freundlich schauen, zum lächeln
words-laugh = lache, lach, lacht, auflachen, loslachen, kichern, zum lachen
words-blink = blinzle, blinzel, blinzelt, augen schließen, die augen schließen, schließt die augen
words-wink = zwinkere, zwinker, zwinkert, zuzwinkern, mit einem auge zwinkern
words-look = umsehen, umschauen, sich umschauen, sieh dich um, schau dich um, sieht sich um, schaut sich um, umherschauen, umherblicken, zur seite schauen, augen bewegen, die augen bewegen
words-turn = den kopf drehen, dreh den kopf, dreht den kopf, drehe den kopf, drehen, kopf bewegen, den kopf bewegen, den kopf wenden, kopf wenden
words-tilt = den kopf neigen, neig den kopf, neigt den kopf, neige den kopf, neigen, den kopf schief legen, kopf schief legen, kopf schräg
words-nod = nick, nicke, nickt, mit dem kopf nicken, ja sagen
words-shake = den kopf schütteln, schüttel den kopf, schüttelt den kopf, schüttle den kopf, schütteln, nein sagen
words-surprise = die brauen heben, augenbrauen heben, die augenbrauen heben, hebt die augenbrauen, hebt die brauen, heb die augenbrauen, augenbrauen hochziehen, die augenbrauen hochziehen, augenbrauen, staunen, staunt, überrascht schauen
words-kiss = küssen, küss, küsst, kuss, einen kuss zuwerfen, wirft einen kuss, luftkuss, einen kuss geben, küsschen
words-sigh = seufze, seufz, seufzt, aufseufzen, tief durchatmen, durchatmen, atmen
words-asleep = nick ein, nickt ein, einschlafen, schläft ein, schlaf ein, schlafen, dösen, eindösen, schlummern
words-drift = eine kamerafahrt, langsame kamerafahrt, langsamer zoom, zoom, kamera bewegen, beweg die kamera, schweben
words-everyone = alle zusammen, alle gesichter, jeder, beide, die ganze familie, ganze familie, sie alle
words-whole-photo = das ganze foto, ganzes bild, das ganze bild, komplettes foto, vollbild
words-close-up = nah, näher, näher ran, porträt, portrait, nur das gesicht
words-original = original, das original, unretuschiert, ohne bearbeitung, wie es ist
words-enhanced = bearbeitet, klarer, deutlicher, verbessern, verbessert
words-gentle = sanft, sanftes, zart, zartes, leicht, leichtes, schwach, behutsam, dezent, kleines
words-gentler = zarter, schwächer, leichter, weniger, weniger stark, zu stark, nicht so stark, ruhiger, dezenter, behutsamer
words-strong = stark, starkes, kräftig, kräftiges, deutlich, breit, breites
words-stronger = kräftiger, mehr bewegung, ein bisschen mehr, etwas mehr, breiter, zu schwach, zu wenig
words-very = sehr, ganz, viel, besonders
words-ask = lass, lasse, lasst, mach, mache, mach dass, mache dass, kannst du, kann, könntest du, können, könnte, ich möchte, ich möchte dass, ich will, ich hätte gern, bitte lass, bitte mach, sie soll, er soll, es soll, soll, sollen, zeig, zeige, zeig mir, gib, versuch, lassen, bring
words-filler = bitte, bitteschön, jetzt, mal, nun, doch, ein bisschen, ein wenig, etwas, und, dann, aber, mit, gesicht, gesichter, nummer, nr, person, ok, okay, hallo, noch, machen, lassen, tun
words-whom = sie, ihn, ihr, er, es, ihm, ihnen, ihre, ihren, seine, seinen, die, den, der, das, dem, sich, mich, mir, meine, meinen, meiner, unsere, dass, mann, frau, mädchen, junge, kind, baby, mutter, vater, mama, papa, oma, opa, großmutter, großvater, schwester, bruder, tante, onkel, foto, bild, noch einmal, nochmal, wieder, auch, auf, zu, ein, eine, einen, so
words-not = nicht, kein, keine, keinen, nie, niemals, ohne, nein, lachte, lachten, lächelte, lächelten, gelacht, nickte, ihr lächeln, sein lächeln, dein lächeln, das lächeln, dieses lächeln, schönes lächeln, so ein schönes lächeln, tolles lächeln, bringt mich zum lachen, zum lachen, löcher, lachs, nackt, knicken, blinder, küche, küsste, kopfschmerzen, drachen
## Was in der Gruppe auch bloß eine Bemerkung sein kann.
words-remark = ein lächeln, ein lachen, ein zwinkern, ein nicken, ein kuss, kuss, küsschen, ein seufzer, wie lebendig, lebendig, ein blick umher, original, das original, alle, beide, jeder, schlafen, porträt, portrait, die ganze familie, ganze familie, deutlicher, nah, lacht, lächelt, zwinkert, staunt
words-thanks = danke, vielen dank, danke schön, dankeschön, herzlichen dank, tausend dank, danke sehr, lieben dank
