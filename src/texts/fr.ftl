### Ce que dit Keepsake. Les gens envoient des photos de ceux qui leur manquent : simple, chaleureux, sans plaisanterie.

## Premiers mots

start =
    Bonjour. Envoyez-moi la photo d’une personne, ancienne ou récente, et j’en ferai un court clip où son visage prend vie : un regard alentour, un battement de paupières, l’ébauche d’un sourire.

    S’il y a plusieurs personnes sur la photo, c’est vous qui choisissez qui bouge. En savoir plus : /help
start-group =
    Bonjour. Répondez à une photo de ce groupe avec /animate, et j’en ferai un court clip où le visage prend vie. En savoir plus : /help
consent = Merci de n’envoyer que des photos que vous avez le droit d’utiliser, et de penser à ce que voudraient les personnes qui y figurent, ou leur famille. Chaque clip porte une petite mention « AI » : le mouvement est créé par ordinateur et n’a jamais eu lieu. Confidentialité : /privacy
    .web = Merci de n’utiliser que des photos que vous avez le droit d’utiliser, et de penser à ce que voudraient les personnes qui y figurent, ou leur famille. Chaque clip porte une petite mention « AI » : le mouvement est créé par ordinateur et n’a jamais eu lieu. Ce que deviennent les photos ici : /privacy
consent-caption = Le mouvement est créé par ordinateur et n’a jamais eu lieu ; la petite mention « AI » le rappelle. Merci de n’envoyer que des photos que vous avez le droit d’utiliser. Ce qu’elles deviennent : /privacy
help =
    • Envoyez une photo. Sous forme de fichier, elle garde plus de détails, et les petits visages sont mieux rendus.
    • Dans les groupes, répondez à une photo avec /animate.
    • Sous le clip, vous choisissez un autre visage, tout le monde, la photo entière, un autre geste, ou un mouvement plus fort ou plus doux.
    • Ou dites-le simplement : « souris », « fais-la cligner de l’œil », « tout le monde », « plus doux ».
    • Répondez à un clip avec /file pour le recevoir en fichier.
    • Répondez à un clip avec une vidéo ou un GIF d’un visage, et il fera ce mouvement.
    • Répondez à un clip avec une chanson ou un message vocal, et le visage bougera en rythme.
    • /privacy : ce qui est conservé. /forget : tout effacer. /report : signaler un clip au responsable.

    L’idéal est une photo nette où le visage fait au moins 100 pixels de large et regarde à peu près l’objectif.
    .discord =
        • Sur un serveur : /animate avec une photo. Ou appuyez longuement (clic droit) sur un message qui contient une image et choisissez Applications > Animer. Ou mentionnez-moi avec une photo.
        • En message privé : envoyez simplement une photo.
        • Sous le clip, vous choisissez un autre visage, un autre geste, ou un mouvement plus fort ou plus doux.
        • Ou répondez au clip et dites-le : « souris », « fais-la cligner de l’œil », « tout le monde », « plus doux ».
        • /animate avec un mouvement : une vidéo ou un GIF d’un visage. Ou, sur un message avec une vidéo, Applications > Utiliser le mouvement.
        • /animate avec une musique : une chanson ou un message vocal, sur le rythme duquel le visage bouge.
        • Sous ⋯ : garder le clip en vidéo, le signaler, le supprimer ou, si vous y figurez, le faire retirer.
        • /privacy : ce qui est conservé. /forget : tout effacer. Applications > Signaler le clip, sur le message d’un clip, prévient le responsable.

        L’idéal est une photo nette où le visage fait au moins 100 pixels de large et regarde à peu près l’objectif.
    .web =
        • Choisissez une photo, ou plusieurs à la fois. Sur un ordinateur, vous pouvez aussi les déposer n’importe où sur cette page, ou les coller.
        • S’il y a plusieurs personnes dessus, touchez celle qui doit bouger, ou choisissez tout le monde.
        • Sous le clip, vous choisissez la photo entière, un autre geste, ou un mouvement plus fort ou plus doux. Vous pouvez aussi y enregistrer le clip, ou l’effacer avec sa photo. Avec le cœur, il reste dans votre album.
        • Bouger comme moi : filmez un mouvement avec la caméra ou choisissez une vidéo d’un visage, et le visage de la photo le fait.
        • Ce que deviennent vos photos : /privacy

        L’idéal est une photo nette où le visage fait au moins 100 pixels de large et regarde à peu près l’objectif.
privacy =
    Ce qui est conservé : vos photos, les clips qui en sont faits, et les identifiants de la discussion et des messages, sans lesquels les boutons ne marcheraient pas. Photos et clips sont chiffrés sur la machine du responsable, qui en a la clé, et effacés { $hours ->
        [one] au bout de { $hours } heure
       *[other] au bout de { $hours } heures
    }. Aucun nom n’est conservé, personne n’est reconnu, rien ne sert à l’entraînement et rien n’est transmis à qui que ce soit. Le fait que vous avez vu le premier avis reste noté pendant six mois après votre dernière photo.

    Si vous envoyez une vidéo pour qu’un visage en fasse le mouvement, elle est seulement mesurée et aussitôt effacée ; le son n’en est jamais lu. Il reste le mouvement, en chiffres : aussi longtemps que ses clips ou, si vous le gardez, jusqu’à ce que vous l’effaciez ou ne vous en serviez pas pendant six mois. La parole en est retirée : on ne peut mettre de mots dans la bouche de personne.

    Si vous envoyez une chanson ou un message vocal, seul son rythme est cherché, et le fichier est effacé aussitôt. Les mesures que l’on entend dans le clip sont conservées avec lui, aussi longtemps que lui. Le son est de vous, le mouvement est artificiel, et les lèvres restent fermées.

    Tout effacer maintenant : /forget
    .web =
        Ce qui est conservé : vos photos, les clips qui en sont faits, ce qui se dit sur cette page, et un cookie qui lui permet de reconnaître votre navigateur. Tout, sauf le cookie, est chiffré sur la machine du responsable, qui en a la clé, et effacé { $hours ->
            [0] seulement quand vous l’effacez
            [one] au bout de { $hours } heure
           *[other] au bout de { $hours } heures
        }. Ce que vous gardez dans votre album y reste, avec ce que vous écrivez dessous, jusqu’à ce que vous l’en retiriez ou que personne ne l’ait regardé pendant six mois. Personne n’est reconnu, rien ne sert à l’entraînement et rien n’est transmis à qui que ce soit. Le fait que vous avez vu le premier avis reste noté pendant six mois après votre dernière photo.

        Si vous filmez un mouvement ou choisissez une vidéo pour qu’un visage en fasse le mouvement, la vidéo est seulement mesurée et aussitôt effacée ; le son n’est ni enregistré ni lu. Il reste le mouvement, en chiffres : aussi longtemps que ses clips ou, si vous le gardez, jusqu’à ce que vous l’effaciez ou ne vous en serviez pas pendant six mois. La parole en est retirée : on ne peut mettre de mots dans la bouche de personne. Tant que la caméra est allumée, une petite image est regardée chaque seconde pour vous dire si l’on voit votre visage ; aucune n’est gardée.

        Tout effacer maintenant : /forget
privacy-contact = Le responsable de ce bot : { $contact }
    .web = Le responsable de cette page : { $contact }
privacy-no-contact = Le responsable de ce bot n’a pas indiqué de contact. Dans un groupe, demandez à la personne qui l’a ajouté.
    .web = Le responsable de cette page n’a pas indiqué de contact. Demandez à la personne qui vous en a parlé.

## Pendant le travail sur une photo

status-seen = Photo bien reçue. Recherche des visages…
status-wanted = C’est parti…
status-waiting =
    { $place ->
        [1] Vous êtes le prochain dans la file,
       *[other] Vous êtes en position { $place } dans la file,
    } { $unit ->
        [seconds] environ { $amount } s.
       *[minutes] environ { $amount } min.
    }
status-looking = Recherche des visages…
status-measuring = Mesure du mouvement…
status-listening = À l’écoute du rythme…
status-rendering = Création du clip… environ { $seconds } s
status-sending = Envoi du clip…
clip-unsure = Le clip est parti, mais la connexion s’est coupée avant qu’on sache s’il est arrivé. S’il n’est pas là, renvoyez la photo, s’il vous plaît.

## Le clip

caption = { $gesture }
caption-face = Visage { $face } sur { $faces } · { $gesture }
caption-everyone = Tout le monde · { $gesture }
caption-some =
    En mouvement : { $moving } visages sur { $faces }. { $why ->
        [many] Seuls ceux-ci, les plus grands, peuvent bouger en même temps.
       *[cannot] Les autres sont trop petits ou trop tournés.
    }
caption-level = { $caption } · { $level ->
        [1] très doux
        [2] doux
        [4] fort
       *[5] très fort
    }
faces-strip = J’ai trouvé { $faces } visages, numérotés de gauche à droite, et je commence par le numéro { $first }. Pour en voir un autre, touchez son numéro.
choose-face = Choisissez un visage
choose-gesture = Choisissez un geste
list-face = Visage { $face }
list-faces = Qui est qui ?
clip-alt = Photo au mouvement artificiel : { $caption }
button-everyone = Tout le monde
button-whole-photo = Photo entière
button-close-up = Gros plan
button-original = Sans retouche
button-enhanced = Plus net
button-stronger = Plus fort
button-gentler = Plus doux
button-file = Garder en fichier
    .discord = Garder en vidéo
button-save = Garder sous…
button-save-file = Fichier
button-save-gif = GIF
button-save-sticker = Sticker
button-save-round = Vidéo ronde
button-save-live = Live Photo
button-share = Partager
button-delete = Supprimer
button-delete-yes = Oui, supprimer
button-delete-no = Garder
button-delete-reported = Supprimer ce clip
button-try = Essayer cette photo
button-take-down = C’est moi : retirer
button-take-down-yes = Oui, le retirer
button-restore = Autoriser à nouveau
button-more = Plus…
button-faces = Visages
button-other = ⋯
button-back = ‹ Retour
button-report = Signaler
button-cancel = Annuler

## Les gestes, tels que les nomment boutons et menus ; « .caption » se lit sous le clip

gesture-nostalgia = Prendre vie
    .caption = Comme vivant
gesture-smile = Sourire
    .caption = Un sourire
gesture-laugh = Rire
    .caption = Un rire
gesture-blink = Battre des cils
    .caption = Battement de paupières
gesture-wink = Clin d’œil
    .caption = Un clin d’œil
gesture-look = Regarder autour
    .caption = Un regard alentour
gesture-turn = Tourner la tête
    .caption = La tête qui se tourne
gesture-tilt = Pencher la tête
    .caption = La tête penchée
gesture-nod = Hocher la tête
    .caption = Un hochement de tête
gesture-shake = Secouer la tête
    .caption = Un non de la tête
gesture-surprise = Lever les sourcils
    .caption = Sourcils levés
gesture-kiss = Envoyer un baiser
    .caption = Un baiser
gesture-sigh = Soupirer
    .caption = Un soupir
gesture-asleep = S’assoupir
    .caption = Un petit somme
gesture-drift = Zoom lent
    .caption = Un zoom lent

## Réponses aux boutons

press-on-it = C’est en route.
press-already = Celui-ci est déjà en préparation.
press-gone = Cette photo a déjà été effacée. Pour un nouveau clip, renvoyez-la, s’il vous plaît.
press-strange = Ce bouton ne fonctionne plus. Renvoyez la photo, s’il vous plaît.
press-delete-ask = Supprimer la photo et tous ses clips ?
press-not-yours = Seule la personne qui a envoyé la photo peut la supprimer.
press-take-down-ask = Si vous êtes sur cette image, elle est retirée tout de suite de cette discussion. La personne qui l’a envoyée et le responsable le sauront, mais pas qui vous êtes.
press-taken-down = C’est retiré. Merci de l’avoir dit.
press-take-down-enough = Vous avez déjà fait retirer plusieurs images ici aujourd’hui. Pour d’autres, merci d’écrire au responsable ; /privacy dit comment.
press-is-down = Une personne sur cette image ne souhaite pas qu’elle soit montrée ici. Si vous l’avez envoyée et que c’est une erreur, merci d’écrire au responsable : /privacy
press-restored = Elle peut à nouveau être montrée.
press-shown = C’est celui qu’on voit ici.
press-cancelled = Annulé.
press-cancel-not-yours = Seule la personne qui l’a demandé peut l’annuler.
press-cancel-late = Il n’y a plus rien à annuler.

## Réponses à ce que les gens écrivent

wish-unclear = Je n’ai pas bien compris. Vous pouvez demander l’un de ces gestes : { $gestures }. Ou dites « tout le monde », « plus doux », « plus fort », ou le numéro d’un visage.
wish-welcome = Je vous en prie.

## Réponses à ce qui ne se peut pas

refused-user-full = Plusieurs de vos clips attendent déjà. Envoyez la photo suivante quand l’un d’eux sera arrivé, s’il vous plaît.
refused-chat-full = Beaucoup de clips attendent déjà dans cette discussion. Merci de réessayer { $minutes ->
        [one] dans { $minutes } minute.
       *[other] dans { $minutes } minutes.
    }
refused-line-full = J’ai beaucoup à faire en ce moment. Merci de réessayer { $minutes ->
        [one] dans { $minutes } minute environ.
       *[other] dans { $minutes } minutes environ.
    }
refused-quota = Vous avez reçu autant de clips qu’une personne peut en avoir en une heure. Merci de réessayer { $minutes ->
        [one] dans { $minutes } minute.
       *[other] dans { $minutes } minutes.
    }
refused-no-room = Il n’y a plus de place pour l’instant. Elle se libère à mesure que les photos plus anciennes sont effacées ; merci de réessayer dans quelques heures.
refused-share = Vous avez ici autant de photos qu’une personne peut en avoir à la fois. Supprimez-en une dont vous n’avez plus besoin, ou attendez que les plus anciennes s’effacent d’elles-mêmes.
refused-connection = Énormément de photos sont venues de votre connexion ces derniers temps. Merci de réessayer { $minutes ->
        [one] dans { $minutes } minute.
       *[other] dans { $minutes } minutes.
    }
album-rest =
    { $left ->
        [one] Il reste { $left } photo de l’album,
       *[other] Il reste { $left } photos de l’album,
    } car je n’en prends que quelques-unes à la fois. Envoyez le reste quand ces clips seront arrivés, s’il vous plaît.
animate-what = Répondez à une photo avec /animate, et son visage prendra vie.
    .discord = Choisissez une photo avec /animate, ou appuyez longuement (clic droit) sur un message qui en contient une et choisissez Applications > Animer.
animate-send = Envoyez-moi simplement une photo, et son visage prendra vie.
file-what = Répondez à l’un de mes clips avec /file, et je vous l’enverrai en fichier. Sa photo doit encore être conservée ici.
no-files-here = Je n’ai pas le droit d’envoyer des fichiers ici, je ne peux donc pas envoyer le clip. Un administrateur du serveur peut m’autoriser à joindre des fichiers. Ou envoyez-moi la photo en message privé.
save-refused = Cette discussion ne le permet pas. « Fichier », sous « Garder sous… », devrait marcher ici.
save-failed = Cela n’a pas marché, désolé. Merci de réessayer un peu plus tard.
answer-here = Je n’ai pas pu répondre dans le salon où vous l’avez demandé, alors je réponds ici.
pick-picture = Laquelle de ces images ?
pick-number = Image { $number }
inline-start = Envoyez-moi d’abord une photo
guest-begin = Pour apporter le clip ici, il faut que vous m’ayez écrit une fois. Merci d’ouvrir { $link } puis de redemander ici.
other-text = Je travaille avec des photos. Envoyez-m’en une où l’on voit un visage, s’il vous plaît. En savoir plus : /help
other-sticker = Je ne peux pas utiliser les autocollants. Envoyez-moi une photo où l’on voit un visage, s’il vous plaît.
other-video = J’anime des photos, pas des vidéos. Envoyez-m’en une seule image, comme photo, s’il vous plaît. Ou répondez à un clip avec la vidéo : le visage en fera le mouvement.
other-sound = Je peux faire bouger un visage là-dessus. Envoyez-moi d’abord une photo, puis répondez à son clip avec la chanson ou le message vocal.
other-file = Ce fichier n’est pas une image que je peux utiliser. Envoyez-moi une photo (JPEG, PNG ou WebP), s’il vous plaît.
other-something = Je ne peux pas utiliser cela. Envoyez-moi une photo où l’on voit un visage, s’il vous plaît.
not-allowed = Ce bot ne sert que les discussions de ceux qui le gèrent. L’identifiant de cette discussion est { $chat }, si vous voulez leur demander un accès.
    .web = Cette page ne sert que les personnes que son responsable a admises. Votre identifiant ici est { $chat }, si vous voulez demander un accès.
fetch-failed = Je n’ai pas pu télécharger votre photo. Renvoyez-la, s’il vous plaît.
movement-first = Le visage de la photo fera le mouvement de votre vidéo. La vidéo est seulement mesurée, puis effacée aussitôt ; le son n’en est pas lu. Les lèvres ne suivent pas la parole : on ne met de mots dans la bouche de personne.
movement-not-fetched = Je n’ai pas pu télécharger votre vidéo. Renvoyez-la, s’il vous plaît.
movement-title = Mouvement filmé
movement-number = Mouvement { $number }
movement-kept = Gardé sous le nom « { $title } ». Il est dans Plus. Répondez à ce clip avec /movement et un nom pour l’appeler autrement.
    .discord = Gardé sous le nom « { $title } ». En message privé, il est parmi les gestes sous chaque clip.
movement-named = Ce mouvement s’appelle maintenant « { $title } ». Il est dans Plus.
movement-dropped = Ce mouvement est effacé.
movement-gone = Ce mouvement n’est plus conservé. Renvoyez la vidéo, s’il vous plaît.
    .web = Ce mouvement n’est plus conservé. Filmez-le encore une fois, s’il vous plaît.
movement-not-yours = Seule la personne qui a envoyé la vidéo peut garder son mouvement.
movement-full = Vous gardez déjà { $limit } mouvements. Effacez-en un d’abord : faites-en un clip, puis Plus > Effacer le mouvement.
    .discord = Vous gardez déjà { $limit } mouvements. En message privé, faites un clip avec l’un d’eux et effacez-le sous ⋯.
    .web = Vous gardez déjà { $limit } mouvements. Effacez-en d’abord un, sous « Bouger comme moi ».
movement-how = Répondez à un clip ou à une photo avec une vidéo, une vidéo ronde ou un GIF d’un visage : le visage de la photo fait ce mouvement. Répondez au clip avec /movement et un nom, par exemple « /movement mon signe », et vous l’aurez pour toutes vos photos.
    .discord = Utilisez /animate avec une photo et, comme mouvement, une vidéo ou un GIF d’un visage : le visage de la photo fait ce mouvement. Ou appuyez longuement (clic droit) sur un message avec une vidéo et choisissez Applications > Utiliser le mouvement : le dernier clip d’ici le fait.
button-keep-movement = Garder ce mouvement
button-drop-movement = Effacer le mouvement
song-first = Le visage de la photo va bouger sur votre musique : tête, sourcils et yeux en rythme, lèvres fermées. Quelques mesures s’entendent dans le clip et sont conservées avec lui ; le fichier lui-même est effacé aussitôt.
song-not-fetched = Je n’ai pas pu télécharger votre musique. Envoyez-la encore une fois.
song-title = En musique
song-caption = Animé sur votre musique (le son est de vous, le mouvement est artificiel)
forget-done =
    { $photos ->
        [0] Il n’y a plus rien de vous ici : aucune photo, aucun clip.
        [one] Effacé : { $photos } photo, tous ses clips et tout ce qui était noté sur vous.
       *[other] Effacé : vos { $photos } photos, tous leurs clips et tout ce qui était noté sur vous.
    }
forget-also =
    { $left ->
        [one] { $left } de mes messages est encore dans sa discussion :
       *[other] { $left } de mes messages sont encore dans leurs discussions :
    } Telegram ne laisse les bots effacer que ce qui a moins de deux jours, et seulement là où ils sont encore membres. Supprimez-le là-bas vous-même, s’il vous plaît : appuyez longuement sur le message et choisissez Supprimer. Dans un groupe, un administrateur peut le faire.
    .discord =
        { $left ->
            [one] { $left } de mes messages est encore dans son salon :
           *[other] { $left } de mes messages sont encore dans leurs salons :
        } Je ne peux plus rien y effacer. Supprimez-le vous-même, s’il vous plaît, ou demandez à un modérateur.
forget-later = Je ne peux pas tout effacer pour l’instant. Je continue d’essayer et je vous préviens ici dès que c’est fait.
deleted = Effacé : la photo et tous ses clips.
deleted-clip = Effacé : ce clip.
verify-how = Répondez à un clip ou à une image avec /verify, et je regarderai s’il vient de Keepsake. Rien n’en est conservé.
    .discord = Pour savoir si un clip vient de Keepsake, appuyez longuement sur son message (clic droit) et choisissez Applications > De Keepsake ?, ou envoyez-le avec /verify. Rien n’en est conservé.
verify-found = Ceci a été fait avec Keepsake. Le mouvement est artificiel : un logiciel l’a créé à partir d’une photo fixe. Ce qu’on voit bouger n’a jamais eu lieu.
verify-not-found = Je n’y ai trouvé aucune marque de Keepsake. Cela ne prouve rien : les marques peuvent se perdre ou être effacées, et d’autres logiciels n’en laissent pas.
verify-unreadable = Je n’ai pu le lire ni comme image ni comme vidéo ; je ne peux donc rien dire.
verify-too-large = Je n’ai pas pu récupérer ce fichier : il est trop gros pour moi, ou n’est plus là.
verify-failed = Quelque chose s’est mal passé pendant la recherche. Je suis désolé ; réessayez un peu plus tard, s’il vous plaît.
report-thanks = Merci. Le responsable de ce bot a été prévenu et peut voir et supprimer le clip.
    .web = Merci. Le responsable de cette page a été prévenu et peut voir et supprimer le clip.
report-contact = Merci. Votre signalement est noté. Écrivez aussi au responsable de ce bot, s’il vous plaît : { $contact }
    .web = Merci. Votre signalement est noté. Écrivez aussi au responsable de cette page, s’il vous plaît : { $contact }
report-noted = Merci. Votre signalement est noté pour le responsable de ce bot.
    .web = Merci. Votre signalement est noté pour le responsable de cette page.
report-again = Merci. Vous avez déjà signalé ce clip, et c’est noté.
report-enough = Merci. Il y a eu énormément de signalements en une heure, et celui-ci n’a pas pu être pris. Merci de réessayer { $minutes ->
        [one] dans { $minutes } minute.
       *[other] dans { $minutes } minutes.
    }
report-how = Pour signaler un clip, répondez-y avec /report. Confidentialité : /privacy
    .discord = Pour signaler un clip, appuyez longuement (clic droit) sur son message et choisissez Applications > Signaler le clip. Confidentialité : /privacy
    .web = Pour signaler un clip, choisissez « Signaler ce clip » en dessous. Ce que deviennent les photos ici : /privacy
report-operator = Quelqu’un a signalé un clip. Discussion { $chat }, message { $message }, photo { $photo }.
report-operator-unknown = Quelqu’un a envoyé un signalement sans clip. Discussion { $chat }, message { $message }.
take-down-operator = Quelqu’un dit être sur une image, et ses clips ont été retirés de cette discussion. Discussion { $chat }, photo { $photo }. Si la personne qui l’a envoyée s’y oppose, vous pouvez l’autoriser à nouveau.
take-down-sender = Une personne qui figure sur une photo que vous avez envoyée ne souhaite pas qu’elle soit montrée dans cette discussion ; j’y ai donc retiré ses clips. À votre photo elle-même, je n’ai pas touché. Si c’est une erreur, merci d’écrire au responsable, qui peut l’autoriser à nouveau.

## Ce qui ne va pas avec une photo, et que faire

error-notAnImage = Ce fichier n’est pas une image. Envoyez une photo (JPEG, PNG ou WebP), s’il vous plaît.
error-unsupportedFormat = Ce type d’image ne peut pas être lu ici. Envoyez-la en JPEG ou en PNG, s’il vous plaît.
error-fileTooLarge = Ce fichier dépasse 20 Mo. Envoyez-le comme photo plutôt que comme fichier, ou réduisez-le, s’il vous plaît.
    .discord = Ce fichier dépasse 20 Mo. Réduisez-le, s’il vous plaît.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = Cette image a trop de pixels. Envoyez-la comme photo plutôt que comme fichier, s’il vous plaît.
    .discord = Cette image a trop de pixels. Réduisez-la, s’il vous plaît.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = Cette image est trop longue ou trop large. Découpez la partie avec le visage et envoyez-la, s’il vous plaît.
error-tooSlowToRead = La lecture de cette image a pris trop de temps. Envoyez-la en JPEG ordinaire, ou réduisez-la, s’il vous plaît.
error-damaged = Cette image est abîmée, et il n’y reste pas de visage entier. Si vous avez l’original, envoyez-le, s’il vous plaît.
error-noFace = Il ne semble pas y avoir de visage sur cette photo. Souvent, il suffit de la recadrer plus près de la personne ; envoyez-moi cela, s’il vous plaît.
    .web = Aucun visage n’a été trouvé sur cette photo. S’il y en a un, encadrez-le : il sera cherché à cet endroit.
error-noSuchFace = Il n’y a pas de visage avec ce numéro sur la photo. Choisissez l’un des numéros sous le clip, s’il vous plaît.
error-faceTooSmall = Le visage est trop petit sur cette photo pour bien bouger. Envoyez un recadrage plus serré ou un scan plus grand, en fichier si possible.
    .discord = Le visage est trop petit sur cette photo pour bien bouger. Envoyez un recadrage plus serré ou un scan plus grand, s’il vous plaît.
    .web = Le visage est très petit sur cette photo. Encadrez-le pour essayer quand même, ou utilisez un cadrage plus serré ou une numérisation plus grande.
error-faceTurnedAway = Ce visage est trop tourné de côté pour bien bouger. Choisissez un autre visage ou une autre photo, s’il vous plaît.
error-noSuchGesture = Ce geste n’existe pas ici. Choisissez l’un de ceux sous le clip, s’il vous plaît.
error-gestureDoesNotSuit = Ce geste ne convient pas à la pose de ce visage. Choisissez-en un autre sous le clip, s’il vous plaît.
error-clipTooLarge = Le clip est trop lourd pour être envoyé ici. Choisissez un autre geste, s’il vous plaît.
error-cannotCutOut = Je n’ai pas pu distinguer la personne de l’arrière-plan de cette photo ; il n’y a donc pas de sticker.
error-tooMuchMemory = Cette image demande plus de mémoire qu’il n’y en a pour une seule. Enregistrez-la en JPEG ordinaire ou réduisez-la, puis renvoyez-la, s’il vous plaît.
error-tooMuchTime = Ouvrir cette image prend trop de temps. Enregistrez-la en JPEG ordinaire ou réduisez-la, puis renvoyez-la, s’il vous plaît.
error-videoUnreadable = Ce n’est pas une vidéo lisible ici. Envoyez une vidéo ordinaire (MP4), s’il vous plaît.
error-videoTooLarge = Cette vidéo est trop lourde. Quelques secondes en 1080p au plus suffisent.
error-videoTooLong = Cette vidéo dure plus d’une minute. Quelques secondes suffisent.
error-videoTooShort = Cette vidéo est trop courte : le visage devrait se voir au moins une seconde.
error-videoNoFace = Il ne semble pas y avoir de visage dans cette vidéo. Le mieux est un seul visage, près de la caméra et bien éclairé.
error-videoSeveralFaces = Il y a plusieurs visages dans cette vidéo, et on ne sait pas de qui suivre le mouvement. Filmez une seule personne, s’il vous plaît.
error-videoFaceLost = Dans cette vidéo, le visage est sans cesse caché ou coupé. Filmez-le quelques secondes sans interruption, s’il vous plaît.
error-videoStill = Le visage de cette vidéo ne bouge presque pas. Filmez un hochement de tête, un clin d’œil, un sourire ou un regard autour de vous.
error-soundUnreadable = Il n’y a ici aucun son lisible. Envoyez une chanson ou un message vocal ordinaire (MP3, M4A ou OGG).
error-soundTooLarge = Ce son est trop lourd. Une minute de la chanson suffit.
error-soundTooLong = Ce son dure plus de vingt minutes. Une chanson, ou une minute de celle-ci, suffit.
error-soundTooShort = Ce son est trop court : il faut une dizaine de secondes avec un rythme.
error-soundNoBeat = Je n’entends pas de rythme régulier. Le mieux est une chanson sur laquelle on pourrait taper dans les mains.
error-bug = Quelque chose s’est mal passé ici. Je suis désolé. Renvoyez la photo un peu plus tard, s’il vous plaît ; /report prévient le responsable.
    .discord = Quelque chose s’est mal passé ici. Je suis désolé. Renvoyez la photo un peu plus tard, s’il vous plaît.
    .web = Quelque chose s’est mal passé ici. Désolé. Réessayez un peu plus tard, s’il vous plaît.

## Comment le bot se décrit

command-start = Comment ça marche
command-help = Ce que je sais faire
command-animate = En réponse à une photo : donner vie au visage
    .discord = Donner vie au visage d’une photo
command-file = En réponse à un clip : l’envoyer en fichier
command-privacy = Ce qui est conservé, et combien de temps
command-forget = Effacer maintenant tout ce qui est à moi
command-verify = En réponse à un clip : vient-il de Keepsake ?
    .discord = Est-ce fait avec Keepsake ?
command-movement = En réponse à un clip : garder son mouvement
command-report = Signaler un clip au responsable
    .discord = Comment signaler un clip au responsable
bot-short-description = Donne vie, en douceur, aux visages des photos anciennes.
bot-description = Envoyez la photo d’un être cher, et vous recevrez un court clip où son visage prend vie : un regard alentour, un battement de paupières, l’ébauche d’un sourire. Le mouvement est créé par ordinateur et n’a jamais eu lieu ; une petite mention « AI » le rappelle dans chaque clip. Photos et clips sont effacés au bout d’un certain temps ; /privacy dit quand.

## Noms dans les menus de Discord : un mot en minuscules par commande ou par option

name-animate = animer
name-help = aide
name-privacy = confidentialité
name-forget = oublier
name-verify = vérifier
name-report = signaler
menu-animate = Animer
menu-motion = Utiliser le mouvement
menu-verify = De Keepsake ?
menu-report = Signaler le clip
name-file = fichier
option-file = L’image ou la vidéo à examiner
name-photo = photo
option-photo = L’image avec le visage
name-motion = mouvement
name-music = musique
option-motion = Une vidéo ou un GIF d’un visage dont le mouvement est repris
option-music = Une chanson ou un message vocal sur le rythme duquel le visage bouge
name-gesture = geste
option-gesture = Ce que le visage doit faire
name-face = visage
option-face = Le numéro du visage, de gauche à droite
name-everyone = tout-le-monde
option-everyone = Tout le monde bouge sur la photo
name-framing = cadrage
option-framing = Quelle part de la photo on voit
name-strength = intensité
option-strength = Avec quelle intensité le visage bouge
strength-level =
    { $level ->
        [1] Très doux
        [2] Doux
        [3] Normal
        [4] Fort
       *[5] Très fort
    }

## Sur la page, dans le navigateur

page-lead = Choisissez la photo d’un être cher, et regardez son visage prendre vie en douceur.
page-private = Les photos restent sur l’ordinateur où tourne Keepsake, et sont effacées au bout d’un certain temps.
page-choose = Choisir une photo
page-camera = Prendre une photo
page-add = Nouvelle photo
page-try = Essayer avec cette photo
page-example = Exemple : une photo ancienne qui prend vie en douceur
page-hint = Vous pouvez aussi déposer une photo ici, ou la coller.
page-drop = Relâchez pour ajouter
page-sending = Envoi de votre photo…
page-waiting = En attente d’envoi
page-again = Réessayer
page-remove = Retirer
page-close = Fermer
page-history = Photos et clips
page-photo = Votre photo
page-clips = Clips de cette photo
page-face = Visage
page-tap-face = Qui doit bouger ?
page-faces = Visages
page-gestures = Gestes
page-more = Plus
page-strength = Mouvement
page-actions = Autres actions sur le clip
page-before = Maintenez pour voir la photo
page-progress = Avancement du clip
page-heard-start = Le clip est en préparation.
page-heard-half = À moitié fait.
page-heard-ready = Prêt :
page-play = Lire
page-pause = Pause
page-download = Télécharger
page-copy = Copier l’image
page-copied = Copiée : l’image que montrait le clip à cet instant.
page-copy-failed = Votre navigateur ne l’a pas permis. Téléchargez plutôt le clip, s’il vous plaît.
page-report = Signaler ce clip
page-menu = Menu
page-help = Mode d’emploi
page-privacy = Confidentialité
page-forget = Tout effacer
page-forget-ask = Effacer toutes vos photos, tous leurs clips, votre album et tout ce qui est sur cette page ?
page-forget-yes = Oui, tout effacer
page-cancel = Garder
page-offline = Connexion perdue. Nouvel essai…
page-away = Keepsake ne répond pas pour le moment. Nouvel essai…
page-too-large-for-way = Sur le chemin vers Keepsake, les fichiers de cette taille ne passent pas. Choisissez une image plus petite.
page-draw = Encadrer le visage
page-draw-hint = Tracez un cadre autour du visage.
page-draw-keys = Les flèches le déplacent ; avec Maj, elles changent sa taille.
page-draw-use = Chercher ici
page-moment = Choisir un instant de la vidéo
page-moment-use = Utiliser cet instant
page-no-video = Ce navigateur ne peut pas lire cette vidéo. Utilisez une seule image tirée de celle-ci.
page-move = Bouger comme moi
page-film = Filmer un mouvement
page-film-choose = Choisir une vidéo
page-film-how = Le visage de la photo fait votre mouvement : un signe de tête, un clin d’œil, un sourire, un regard alentour. Les lèvres ne suivent pas la parole.
page-film-privacy = Votre vidéo, six secondes de caméra ou une minute au plus d’un fichier, est seulement mesurée sur la machine où tourne Keepsake, puis effacée aussitôt. Le son n’est ni enregistré ni lu. Il reste le mouvement, en chiffres. Tant que la caméra est allumée, une petite image y est envoyée chaque seconde pour voir si votre visage s’y trouve ; aucune n’est gardée.
page-film-opening = Autorisez l’accès à la caméra, s’il vous plaît…
page-film-picture = Ce que voit la caméra
page-film-begin = Commencer
page-film-back = Retour
page-film-look = Regardez la caméra, le visage dans l’ovale.
page-film-nobody = Aucun visage n’est encore visible. Regardez la caméra, là où il y a de la lumière.
page-film-far = Approchez-vous un peu.
page-film-several = Plusieurs visages sont visibles. Il ne devrait y en avoir qu’un.
page-film-good = On voit bien votre visage.
page-film-calm = Restez immobile un instant, le visage calme…
page-film-now = Maintenant : un signe de tête, un sourire, un clin d’œil, un regard alentour
page-film-sending = Envoi de votre vidéo…
page-film-measuring = Mesure de votre mouvement… environ 15 secondes.
page-film-denied = Le navigateur ne laisse pas cette page utiliser la caméra. Vous pouvez l’autoriser au symbole à côté de l’adresse, ou choisir une vidéo.
page-film-none = Aucune caméra n’a été trouvée ici. Vous pouvez choisir une vidéo.
page-film-busy = La caméra ne répond pas ; un autre programme l’utilise peut-être. Réessayez, ou choisissez une vidéo.
page-film-insecure = Les navigateurs ne donnent la caméra à une page qu’en https, et celle-ci a été ouverte sans. Vous pouvez choisir une vidéo.
page-film-unable = Ce navigateur ne peut pas filmer sur une page. Vous pouvez choisir une vidéo.
page-film-too-large-for-way = Quelque chose, sur le chemin de Keepsake, n’accepte pas de fichiers de cette taille. Choisissez une vidéo plus courte.
page-movements = Vos mouvements
page-movement-name = Comment s’appelle ce mouvement ?
page-movement-example = Mon signe
page-movement-kept = Gardé. Vous le trouvez parmi les gestes, pour toutes vos photos.
page-too-many = Trop de demandes. Attendez une minute, s’il vous plaît.
page-invitation = Cette page est réservée aux invités. Ouvrez le lien que vous avez reçu, ou saisissez son code.
page-keep = Garder
page-goes = Sera effacé
page-album = Album
page-album-empty = Rien n’est gardé pour l’instant. Touchez le cœur sous un clip, et il reste ici.
page-album-full = Votre album est plein. Retirez-en d’abord un clip, s’il vous plaît.
page-photos = Photos
page-name = Nom
page-years = Années
page-let-go = Retirer de l’album
page-let-go-ask = Retirer ce clip de l’album ? Il est effacé, avec les films où il apparaît.
page-let-go-yes = Oui, le retirer
page-save-as = Enregistrer en
page-still = Image fixe
page-previous = Clip précédent
page-next = Clip suivant
page-frame = Cadre photo
page-frame-empty = Le cadre est encore vide. Ce que vous gardez avec le cœur apparaîtra ici.
page-frame-dark = Ce navigateur risque de laisser l’écran s’éteindre. Réglez l’appareil pour qu’il reste allumé, ou ouvrez la page en https.
page-elsewhere = Sur un autre écran
page-elsewhere-how = Scannez ceci avec l’autre appareil, ou ouvrez-y l’adresse. Elle sert une fois, pendant dix minutes, et cet appareil voit alors vos photos et votre album, comme celui-ci.
page-elsewhere-local = Les autres appareils n’ont pas accès à cette page : elle ne s’ouvre que sur cet ordinateur.
page-reel = Monter un film
page-reel-how = Touchez les clips dans l’ordre où ils doivent passer.
page-reel-make = Créer le film
page-reel-working = Le film est en cours
page-reel-failed = Ce film n’a pas pu être fait. Veuillez réessayer.
page-reels = Films
page-earlier = Plus tôt
page-later = Plus tard
page-leave-out = Enlever
page-delete = Effacer
page-in-album = Dans votre album
page-saving = Votre fichier se prépare…
page-code = Code
page-code-enter = Entrer
page-code-wrong = Ce code n’est pas le bon, ou il a déjà servi.
page-verify = Est-ce que cela vient de Keepsake ?
page-verify-lead = Choisissez un clip ou une image, et j’y chercherai les marques de Keepsake. Rien n’en est conservé.
page-verify-choose = Choisir un fichier
page-verify-hint = Vous pouvez aussi le déposer ici, ou le coller.
page-verify-drop = Relâchez pour vérifier
page-verify-looking = Recherche de marques… cela peut prendre quelques secondes.
page-verify-found = Fait avec Keepsake
page-verify-not-found = Aucune marque trouvée
page-verify-unreadable = Illisible
page-verify-picture = Une marque invisible dans l’image
page-verify-signature = Des métadonnées signées (Content Credentials)
page-verify-note = Une note dans le fichier
page-verify-marks = Marques trouvées
page-verify-software = Le fichier dit lui-même qu’un logiciel l’a créé ou modifié.
page-verify-unreachable = Keepsake est injoignable pour le moment. Réessayez dans un instant, s’il vous plaît.

## La page d’état, pour le responsable

operator-title = État
operator-open = Ouvrir
operator-secret-wrong = Ce n’est pas ADMIN_SECRET.
operator-later = Attendez une minute et réessayez.
operator-platforms = Plateformes
operator-web = la page
operator-connected = connecté
operator-not-connected = non connecté
operator-running-for = En marche depuis
operator-starts = Démarrages en 24 heures
operator-now = En ce moment
operator-in-work = En cours
operator-waiting = En attente
operator-undelivered = Pas encore livrés
operator-longest = Plus longue attente
operator-usual = Un clip prend d’habitude
operator-disk = Sur le disque
operator-photos = Photos
operator-clips = Clips
operator-albums = Clips dans les albums
operator-used = Utilisé
operator-may-be-used = Au plus
operator-no-limit = tout ce qu’il y a
operator-free = Libre
operator-next-deletion = Prochain effacement
operator-nothing-kept = rien à effacer
operator-memory = Mémoire
operator-memory-chat = Processus de discussion
operator-memory-render = Processus de rendu
operator-memory-free = Libre sur cette machine
operator-workers = Autres machines
operator-worker-usable = prête
operator-worker-gone = ne répond plus
operator-worker-leaving = s’arrête
operator-worker-otherVersion = autre version de Keepsake : ne reçoit rien
operator-worker-busy = En cours
operator-worker-done = Réalisés
operator-worker-failed = Échoués
operator-worker-heard = Dernière nouvelle
operator-redis = Redis entre elles
operator-redis-well = répond
operator-redis-ill = ne répond pas
operator-redis-memory = Mémoire de Redis
operator-no-workers = Aucune pour l’instant.
operator-failures = Sans clip, 24 heures
operator-refusals = Refus dus aux limites, 24 heures
operator-none = Aucun.
operator-quota = Clips d’une personne en une heure
operator-userFull = Clips en attente d’une personne
operator-chatFull = Clips en attente d’une discussion
operator-lineFull = Toute la file
operator-errors = Dernières erreurs
operator-no-errors = Aucune depuis le démarrage.
operator-clips-per-hour = Clips par heure
operator-quiet = Une journée calme : personne n’a demandé de clip ces dernières 24 heures. Tout va bien.
operator-without = sans clip
operator-stages = Temps par étape, 24 heures
operator-half = la moitié en
operator-most = 19 sur 20 en
operator-decode = Lecture de la photo
operator-detect = Recherche des visages
operator-landmarks = Mesure des visages
operator-enhance = Netteté des visages
operator-rig = Préparation du mouvement
operator-render = Dessin
operator-encode = Encodage
operator-total = En tout
operator-invite = Inviter quelqu’un
operator-invite-how = Pour une personne, une fois, pendant une semaine : à scanner, à ouvrir, ou en saisissant le code.
operator-invite-local = Personne d’autre n’a accès à cette page : aucune invitation n’est nécessaire.
operator-new-invitation = Nouvelle invitation
operator-kind-notAnImage = Pas une image
operator-kind-unsupportedFormat = Format inconnu
operator-kind-fileTooLarge = Fichier trop lourd
operator-kind-tooManyPixels = Trop de pixels
operator-kind-sideTooLong = Image trop longue
operator-kind-tooSlowToRead = Trop lente à lire
operator-kind-damaged = Image abîmée
operator-kind-noFace = Pas de visage
operator-kind-noSuchFace = Ce visage n’existe pas
operator-kind-faceTooSmall = Visage trop petit
operator-kind-faceTurnedAway = Visage détourné
operator-kind-noSuchGesture = Ce geste n’existe pas
operator-kind-gestureDoesNotSuit = Geste inadapté
operator-kind-clipTooLarge = Clip trop lourd
operator-kind-cannotCutOut = Détourage impossible
operator-kind-tooMuchMemory = Trop de mémoire
operator-kind-tooMuchTime = Trop de temps
operator-kind-bug = Notre faute (voir le journal)
operator-kind-crash = Processus de rendu mort
operator-kind-timeout = A duré trop longtemps

## Ce que les gens écrivent pour avoir un clip, en minuscules et séparé par des virgules ; les titres des gestes sont compris aussi

words-nostalgia = anime, animer, animez, donner vie, donne vie, fais-la vivre, prends vie, prenne vie, qu’elle prenne vie, nostalgie
words-smile = souris, sourit, souriez, sourie, sourient, qu’elle sourie, qu’il sourie, qu’ils sourient, un sourire
words-laugh = ris, rit, riez, rie, rient, qu’elle rie, qu’il rie, rigoler, rigole, éclater de rire, éclate de rire
words-blink = cligner des yeux, cligne des yeux, clignez des yeux, battre des paupières, bat des paupières, bats des cils, fermer les yeux, ferme les yeux, un battement de cils
words-wink = cligner de l’œil, cligne de l’œil, clignez de l’œil, faire un clin d’œil, fais un clin d’œil, fasse un clin d’œil, fait un clin d’œil, qu’elle fasse un clin d’œil, qu’il fasse un clin d’œil
words-look = regarde autour, regarder autour d’elle, regarder autour de lui, regarde autour d’elle, regarde autour de toi, regarder à gauche et à droite, regarder sur le côté, bouger les yeux, bouge les yeux
words-turn = tourne la tête, tournez la tête, qu’elle tourne la tête, qu’il tourne la tête, tourner, bouger la tête, bouge la tête
words-tilt = penche la tête, penchez la tête, incliner la tête, incline la tête, qu’elle penche la tête, qu’il penche la tête
words-nod = hoche la tête, hochez la tête, opiner, opine, acquiescer, acquiesce, dire oui, dis oui, dise oui, qu’elle dise oui, qu’il dise oui, faire oui de la tête
words-shake = secoue la tête, secouez la tête, dire non, dis non, dise non, qu’elle dise non, qu’il dise non, faire non de la tête, fais non de la tête
words-surprise = lève les sourcils, levez les sourcils, hausser les sourcils, hausse les sourcils, être surprise, être surpris, air surpris, sourcils
words-kiss = envoie un baiser, envoyez un baiser, envoie un bisou, envoyer un bisou, qu’elle envoie un baiser, baiser, bisou, un bisou, embrasser, fais un bisou, faire un bisou
words-sigh = soupire, soupirez, qu’elle soupire, qu’il soupire, pousser un soupir, respirer, respire, respirer profondément
words-asleep = assoupis-toi, s’assoupit, s’endormir, endors-toi, s’endort, qu’elle s’endorme, dormir, dors, somnoler, somnole, piquer du nez
words-drift = un zoom lent, zoom, zoome, zoomer, travelling, bouge la caméra, bouger la caméra
words-everyone = tous, toutes, tous ensemble, toutes ensemble, tous les visages, les deux, toute la famille
words-whole-photo = la photo entière, photo complète, la photo complète, toute la photo, image entière, l’image entière
words-close-up = de près, plus près, portrait, juste le visage, seulement le visage
words-original = original, l’original, originale, sans retouches, telle quelle
words-enhanced = nette, améliorée, améliorer, plus nette
words-gentle = doux, douce, doucement, léger, légère, légèrement, discret, petit
words-gentler = plus doucement, plus douce, moins, moins fort, plus léger, plus légèrement, trop fort, pas si fort, plus calme, plus discret
words-strong = fort, forte, fortement, grand, large, beaucoup
words-stronger = plus forte, plus fortement, plus grand, plus de mouvement, un peu plus, trop doux, trop faible, plus large
words-very = très, vraiment
words-ask = fais, faites, fais-la, fais-le, fais-les, faites-la, faites-le, faites-les, fais que, faites que, peux-tu faire, pouvez-vous faire, tu peux faire, vous pouvez faire, pourriez-vous faire, peux-tu la faire, pouvez-vous la faire, je veux, je veux que, je voudrais, je voudrais que, j’aimerais, j’aimerais que, j’aimerais voir, je voudrais voir, laisse, laissez, montre, montrez, essaie, qu’elle, qu’il, qu’ils, qu’elles
words-filler = s’il te plaît, s’il vous plaît, svp, stp, maintenant, un peu, et, puis, mais, avec, visage, visages, numéro, le numéro, personne, ok, d’accord, bonjour, salut, encore, voir
words-whom = la, le, les, lui, elle, il, elles, ils, eux, leur, l, que, qu, de, du, des, à, au, ma, mon, mes, ta, ton, sa, son, ce, cet, cette, me, moi, femme, homme, fille, garçon, enfant, bébé, mère, père, maman, papa, mamie, papi, grand-mère, grand-père, mémé, pépé, sœur, frère, tante, oncle, photo, une fois, aussi, sur, faire, un, une
words-not = ne, pas, jamais, sans, non, ni, aucun, aucune, souriait, souriant, souriante, riait, riais, quel sourire, quel beau sourire, ton sourire, son sourire, beau sourire, joli sourire, me fait, nous fait, m’a fait, ça me fait, gros bisous, bisous, riche, riz, tous les jours, tout à fait, cligna
words-remark = un sourire, sourire, rire, un rire, un baiser, baiser, bisou, un bisou, un soupir, un petit somme, comme vivant, un clin d’œil, un regard alentour, sourit, rit, original, l’original, portrait, tous, les deux, toute la famille, dormir, embrasser, respire, respirer, sourcils, sourcils levés
words-thanks = merci, merci beaucoup, merci bien, mille mercis, grand merci, un grand merci, merci infiniment
