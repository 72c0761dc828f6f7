### Lo que dice Keepsake. La gente envía fotos de quienes echa de menos: sencillo, cálido, sin bromas.

## Primeras palabras

start =
    Hola. Envíame la foto de una persona, antigua o reciente, y haré un clip corto en el que su cara cobra vida: mira a su alrededor, parpadea, esboza una sonrisa.

    Si hay varias personas en la foto, tú eliges quién se mueve. Más información: /help
start-group =
    Hola. Responde a una foto de este chat con /animate y haré un clip corto en el que la cara cobra vida. Más información: /help
consent = Por favor, envía solo fotos que tengas derecho a usar y piensa en lo que querrían las personas que aparecen en ellas, o sus familias. Cada clip lleva una pequeña marca «AI»: el movimiento es artificial y nunca ocurrió. Privacidad: /privacy
    .web = Por favor, usa solo fotos que tengas derecho a usar y piensa en lo que querrían las personas que aparecen en ellas, o sus familias. Cada clip lleva una pequeña marca «AI»: el movimiento es artificial y nunca ocurrió. Qué pasa aquí con las fotos: /privacy
consent-caption = El movimiento es artificial y nunca ocurrió; lo dice la pequeña marca «AI». Envía solo fotos que tengas derecho a usar. Qué pasa con ellas: /privacy
help =
    • Envía una foto. Como archivo conserva más detalle, y las caras pequeñas salen mejor.
    • En los grupos, responde a una foto con /animate.
    • Debajo del clip puedes elegir otra cara, a todos, la foto entera, otro gesto, o un movimiento más fuerte o más suave.
    • O dilo con palabras: «sonríe», «que guiñe un ojo», «todos», «más suave».
    • Responde a un clip con /file para recibirlo como archivo.
    • Responde a un clip con un vídeo o un GIF de una cara y hará ese movimiento.
    • Responde a un clip con una canción o una nota de voz y la cara se moverá al compás.
    • /privacy: qué se guarda. /forget: borrar todo lo tuyo. /report: denunciar un clip ante el responsable.

    Lo mejor es una foto nítida en la que la cara ocupe al menos unos 100 píxeles de ancho y mire más o menos a la cámara.
    .discord =
        • En un servidor: /animate con una foto. O mantén pulsado (clic derecho) un mensaje que tenga una imagen y elige Aplicaciones > Animar. O mencióname junto con una foto.
        • Por mensaje directo: basta con enviar una foto.
        • Debajo del clip puedes elegir otra cara, otro gesto, o un movimiento más fuerte o más suave.
        • O responde al clip y dilo con palabras: «sonríe», «que guiñe un ojo», «todos», «más suave».
        • /animate con un movimiento: un vídeo o GIF de una cara. O, en un mensaje con un vídeo, Aplicaciones > Usar como movimiento.
        • /animate con música: una canción o una nota de voz con cuyo ritmo se mueve la cara.
        • En ⋯: guardar el clip como vídeo, denunciarlo, borrarlo o, si sales en él, pedir que se quite.
        • /privacy: qué se guarda. /forget: borrar todo lo tuyo. Aplicaciones > Denunciar clip, en el mensaje de un clip, avisa al responsable.

        Lo mejor es una foto nítida en la que la cara ocupe al menos unos 100 píxeles de ancho y mire más o menos a la cámara.
    .web =
        • Elige una foto, o varias a la vez. Con el ratón también puedes arrastrarlas a cualquier parte de esta página, o pegarlas.
        • Si hay varias personas en ella, toca a la que debe moverse o elige a todos.
        • Debajo del clip puedes elegir la foto entera, otro gesto, o un movimiento más fuerte o más suave. Ahí también puedes guardar el clip, o borrarlo junto con su foto. Con el corazón se queda en tu álbum.
        • Muévete como yo: graba un movimiento con la cámara o elige un vídeo de una cara, y la cara de la foto lo hace.
        • Qué pasa con tus fotos: /privacy

        Lo mejor es una foto nítida en la que la cara ocupe al menos unos 100 píxeles de ancho y mire más o menos a la cámara.
privacy =
    Qué se guarda: tus fotos, los clips hechos con ellas y los identificadores del chat y de los mensajes, sin los que los botones no funcionarían. Las fotos y los clips se guardan cifrados en el equipo del propio responsable, que tiene la clave, y se borran { $hours ->
        [one] al cabo de una hora
       *[other] al cabo de { $hours } horas
    }. No se guardan nombres, no se reconoce a nadie, nada se usa para entrenar y nada se entrega a nadie. Que ya has visto el primer aviso se recuerda durante medio año desde tu última foto.

    Si envías un vídeo para que una cara haga su movimiento, el vídeo solo se mide y se borra al momento; su sonido nunca se lee. Queda el movimiento en números: tanto como sus clips o, si lo guardas, hasta que lo borres o pase medio año sin usarlo. Se le quita el habla, así que no se pueden poner palabras en boca de nadie.

    Si envías una canción o una nota de voz, solo se busca su ritmo y el archivo se borra al momento. Los compases que se oyen en el clip se guardan con él y el mismo tiempo. El sonido es tuyo, el movimiento es artificial y los labios siguen cerrados.

    Para borrarlo todo ahora: /forget
    .web =
        Qué se guarda: tus fotos, los clips hechos con ellas, lo que se dice en esta página y una cookie con la que reconoce tu navegador. Todo menos la cookie se guarda cifrado en el equipo del propio responsable, que tiene la clave, y se borra { $hours ->
            [0] solo cuando tú lo borras
            [one] al cabo de una hora
           *[other] al cabo de { $hours } horas
        }. Lo que guardas en tu álbum se queda, con lo que escribas debajo, hasta que lo quites o hasta que nadie lo haya mirado en medio año. No se reconoce a nadie, nada se usa para entrenar y nada se entrega a nadie. Que ya has visto el primer aviso se recuerda durante medio año desde tu última foto.

        Si grabas un movimiento o eliges un vídeo para que una cara haga su movimiento, el vídeo solo se mide y se borra al momento; el sonido no se graba ni se lee. Queda el movimiento en números: tanto como sus clips o, si lo guardas, hasta que lo borres o pase medio año sin usarlo. Se le quita el habla, así que no se pueden poner palabras en boca de nadie. Mientras la cámara está encendida, cada segundo se mira una imagen pequeña para decirte si se ve tu cara; no se guarda ninguna.

        Para borrarlo todo ahora: /forget
privacy-contact = El responsable de este bot: { $contact }
    .web = El responsable de esta página: { $contact }
privacy-no-contact = El responsable de este bot no ha publicado ningún contacto. En un grupo, pregunta a quien lo añadió.
    .web = El responsable de esta página no ha publicado ningún contacto. Pregunta a quien te habló de ella.

## Mientras se trabaja en una foto

status-seen = He recibido tu foto. Buscando caras…
status-wanted = Empezando…
status-waiting =
    { $place ->
        [one] Te toca ahora:
       *[other] Vas el { $place }.º en la cola:
    } { $unit ->
        [seconds] unos { $amount } s.
       *[minutes] unos { $amount } min.
    }
status-looking = Buscando caras…
status-measuring = Midiendo el movimiento…
status-listening = Escuchando el ritmo…
status-rendering = Creando el clip… unos { $seconds } s
status-sending = Enviando el clip…
clip-unsure = He enviado el clip, pero la conexión se cortó antes de saber si ha llegado. Si no está aquí, envía la foto otra vez, por favor.

## El clip

caption = { $gesture }
caption-face = Cara { $face } de { $faces } · { $gesture }
caption-everyone = Todos · { $gesture }
caption-some =
    En movimiento: { $moving } de { $faces } caras. { $why ->
        [many] A la vez se mueven como mucho estas, las más grandes.
       *[cannot] Las demás son demasiado pequeñas o miran demasiado hacia un lado.
    }
caption-level = { $caption } · { $level ->
        [1] muy suave
        [2] suave
        [4] fuerte
       *[5] muy fuerte
    }
faces-strip = He encontrado { $faces } caras, numeradas de izquierda a derecha, y empiezo por la número { $first }. Para ver otra, toca su número.
choose-face = Elige una cara
choose-gesture = Elige un gesto
list-face = Cara { $face }
list-faces = ¿Quién es quién?
clip-alt = Foto con movimiento artificial: { $caption }
button-everyone = Todos
button-whole-photo = Foto entera
button-close-up = Primer plano
button-original = Sin retocar
button-enhanced = Más nítida
button-stronger = Más fuerte
button-gentler = Más suave
button-file = Guardar archivo
    .discord = Guardar como vídeo
button-save = Guardar como…
button-save-file = Archivo
button-save-gif = GIF
button-save-sticker = Sticker
button-save-round = Vídeo redondo
button-save-live = Live Photo
button-share = Compartir
button-more = Más…
button-faces = Caras
button-other = ⋯
button-back = ‹ Volver
button-report = Denunciar
button-cancel = Cancelar
button-delete = Borrar
button-delete-yes = Sí, borrar
button-delete-no = Conservar
button-delete-reported = Borrar este clip
button-try = Probar con esta foto
button-take-down = Soy yo: quitar
button-take-down-yes = Sí, quitarlo
button-restore = Permitir de nuevo

## Los gestos, tal como se llaman en botones y menús; «.caption» es lo que se lee debajo del clip

gesture-nostalgia = Cobrar vida
    .caption = Con vida
gesture-smile = Sonreír
    .caption = Una sonrisa
gesture-laugh = Reír
    .caption = Una risa
gesture-blink = Parpadear
    .caption = Un parpadeo
gesture-wink = Guiñar un ojo
    .caption = Un guiño
gesture-look = Mirar alrededor
    .caption = Una mirada alrededor
gesture-turn = Girar la cabeza
    .caption = Un giro de cabeza
gesture-tilt = Ladear la cabeza
    .caption = La cabeza ladeada
gesture-nod = Asentir
    .caption = Un gesto de sí
gesture-shake = Negar con la cabeza
    .caption = Un gesto de no
gesture-surprise = Levantar las cejas
    .caption = Cejas levantadas
gesture-kiss = Lanzar un beso
    .caption = Un beso
gesture-sigh = Suspirar
    .caption = Un suspiro
    .caption = Un suspiro
gesture-asleep = Dormitar
    .caption = Una cabezada
gesture-drift = Zoom lento
    .caption = Un zoom lento
    .caption = Un sueño ligero

## Respuestas a los botones

press-on-it = Enseguida.
press-already = Este ya se está haciendo.
press-gone = Esta foto ya se ha borrado. Para hacer otro clip, envíala otra vez, por favor.
press-strange = Este botón ya no funciona. Envía la foto otra vez, por favor.
press-delete-ask = ¿Borrar la foto y todos sus clips?
press-not-yours = Solo puede borrarla la persona que envió la foto.
press-take-down-ask = Si sales en esta imagen, se quita de este chat ahora mismo. Se avisa a quien la envió y al responsable, pero no se les dice quién eres.
press-taken-down = Ya se ha quitado. Gracias por decirlo.
press-take-down-enough = Hoy ya has hecho quitar varias imágenes aquí. Para más, escribe por favor al responsable; /privacy dice cómo.
press-is-down = Alguien que sale en esta imagen no quiere que se muestre aquí. Si la enviaste tú y crees que es un error, escribe por favor al responsable: /privacy
press-restored = Se puede mostrar de nuevo.
press-shown = Es el que se ve aquí.
press-cancelled = Cancelado.
press-cancel-not-yours = Solo puede cancelarlo quien lo pidió.
press-cancel-late = Ya no queda nada que cancelar.

## Respuestas a lo que la gente escribe

wish-unclear = No lo he entendido bien. Puedes pedir uno de estos gestos: { $gestures }. O di «todos», «más suave», «más fuerte» o el número de una cara.
wish-welcome = No hay de qué.

## Respuestas a lo que no se puede hacer

refused-user-full = Ya tienes varios clips en espera. Envía la siguiente foto cuando haya llegado uno de ellos, por favor.
refused-chat-full = En este chat ya hay muchos clips en espera. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto, por favor.
       *[other] dentro de { $minutes } minutos, por favor.
    }
refused-line-full = Ahora mismo tengo mucho trabajo. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto más o menos, por favor.
       *[other] dentro de unos { $minutes } minutos, por favor.
    }
refused-quota = Ya has recibido todos los clips que puede tener una persona en una hora. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto, por favor.
       *[other] dentro de { $minutes } minutos, por favor.
    }
refused-no-room = Ahora mismo no hay sitio para nada nuevo. Se hace sitio a medida que se borran las fotos más antiguas; inténtalo de nuevo dentro de unas horas, por favor.
refused-share = Ya tienes aquí todas las fotos que puede tener una persona a la vez. Borra alguna que ya no necesites o espera a que las más antiguas se borren solas, por favor.
refused-connection = Últimamente han llegado muchísimas fotos desde tu conexión. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto, por favor.
       *[other] dentro de { $minutes } minutos, por favor.
    }
album-rest =
    { $left ->
        [one] Ha quedado fuera una foto del álbum,
       *[other] Han quedado fuera { $left } fotos del álbum,
    } porque solo puedo con unas pocas a la vez. Envía el resto cuando hayan llegado estos clips, por favor.
animate-what = Responde a una foto con /animate y su cara cobrará vida.
    .discord = Elige una foto con /animate, o mantén pulsado (clic derecho) un mensaje que tenga una y elige Aplicaciones > Animar.
animate-send = Basta con que me envíes una foto, y su cara cobrará vida.
file-what = Responde a uno de mis clips con /file y te lo enviaré como archivo. Su foto tiene que seguir guardada aquí.
no-files-here = No tengo permiso para enviar archivos aquí, así que no puedo enviar el clip. Un administrador del servidor puede darme permiso para adjuntar archivos. O envíame la foto por mensaje directo.
save-refused = Este chat no lo permite. «Archivo», en «Guardar como…», debería funcionar aquí.
save-failed = No ha funcionado, lo siento. Inténtalo otra vez un poco más tarde, por favor.
answer-here = No he podido responder en el canal donde lo pediste, así que respondo aquí.
inline-start = Envíame antes una foto
guest-begin = Para traer el clip aquí hace falta que me hayas escrito una vez. Abre { $link }, por favor, y pídelo de nuevo aquí.
pick-picture = ¿Cuál de las imágenes?
pick-number = Imagen { $number }
other-text = Trabajo con fotos. Envíame una en la que se vea una cara, por favor. Más información: /help
other-sticker = No puedo usar stickers. Envíame una foto en la que se vea una cara, por favor.
other-video = Doy vida a fotos, no a vídeos. Envíame una sola imagen del vídeo, como foto, por favor. O responde con él a un clip: la cara hará el movimiento del vídeo.
other-sound = Puedo hacer que una cara se mueva con esto. Envíame primero una foto y responde luego a su clip con la canción o la nota de voz.
other-file = Este archivo no es una imagen que yo pueda usar. Envíame una foto (JPEG, PNG o WebP), por favor.
other-something = No puedo usar esto. Envíame una foto en la que se vea una cara, por favor.
not-allowed = Este bot atiende solo los chats de quienes lo mantienen. El ID de este chat es { $chat }, por si quieres pedirles acceso.
    .web = Esta página atiende solo a las personas que su responsable ha admitido. Tu ID aquí es { $chat }, por si quieres pedir acceso.
fetch-failed = No he podido descargar tu foto. Envíala una vez más, por favor.
movement-first = La cara de la foto hará el movimiento de tu vídeo. El vídeo solo se mide y se borra al momento; su sonido no se lee. Los labios no siguen el habla: no se ponen palabras en boca de nadie.
movement-not-fetched = No he podido descargar tu vídeo. Envíalo una vez más, por favor.
movement-title = Movimiento grabado
movement-number = Movimiento { $number }
movement-kept = Guardado como «{ $title }». Está en Más. Responde a este clip con /movement y un nombre para llamarlo de otra forma.
    .discord = Guardado como «{ $title }». En los mensajes directos está entre los gestos de cada clip.
movement-named = Este movimiento se llama ahora «{ $title }». Está en Más.
movement-dropped = Este movimiento se ha borrado.
movement-gone = Este movimiento ya no se guarda. Envía el vídeo una vez más, por favor.
    .web = Este movimiento ya no se guarda. Grábalo una vez más, por favor.
movement-not-yours = Solo puede guardar el movimiento quien envió el vídeo.
movement-full = Ya guardas { $limit } movimientos. Borra uno antes: haz un clip con él y luego Más > Borrar movimiento.
    .discord = Ya guardas { $limit } movimientos. En un mensaje directo, haz un clip con uno de ellos y bórralo en ⋯.
    .web = Ya guardas { $limit } movimientos. Borra antes uno de ellos, en «Muévete como yo».
movement-how = Responde a un clip o a una foto con un vídeo, un vídeo redondo o un GIF de una cara: la cara de la foto hace ese movimiento. Responde al clip con /movement y un nombre, por ejemplo «/movement mi gesto», y lo tendrás para todas tus fotos.
    .discord = Usa /animate con una foto y, como movimiento, un vídeo o GIF de una cara: la cara de la foto hace ese movimiento. O mantén pulsado (clic derecho) un mensaje con un vídeo y elige Aplicaciones > Usar como movimiento: lo hace el último clip de aquí.
button-keep-movement = Guardar movimiento
button-drop-movement = Borrar movimiento
song-first = La cara de la foto se moverá con tu música: la cabeza, las cejas y los ojos al compás, con los labios cerrados. Unos compases se oyen en el clip y se guardan con él; el archivo se borra al momento.
song-not-fetched = No he podido descargar tu música. Envíala una vez más, por favor.
song-title = Con la música
song-caption = Movido con tu música (el sonido es tuyo, el movimiento es artificial)
forget-done =
    { $photos ->
        [0] Aquí ya no queda nada tuyo: ninguna foto, ningún clip.
        [one] Se han borrado tu foto, todos los clips hechos con ella y todo lo anotado sobre ti.
       *[other] Se han borrado tus { $photos } fotos, todos los clips hechos con ellas y todo lo anotado sobre ti.
    }
forget-also =
    { $left ->
        [one] Uno de mis mensajes sigue en su chat:
       *[other] { $left } de mis mensajes siguen en sus chats:
    } Telegram solo deja que los bots borren lo que tiene menos de dos días, y solo donde siguen siendo miembros. Bórralo tú allí, por favor: mantén pulsado el mensaje y elige Eliminar. En un grupo puede hacerlo un administrador.
    .discord =
        { $left ->
            [one] Uno de mis mensajes sigue en su canal:
           *[other] { $left } de mis mensajes siguen en sus canales:
        } Allí ya no puedo borrar nada. Bórralo tú, por favor, o pídeselo a un moderador.
forget-later = Ahora mismo no puedo borrarlo todo. Sigo intentándolo y te aviso aquí cuando esté hecho.
deleted = Se han borrado la foto y todos los clips hechos con ella.
deleted-clip = Se ha borrado este clip.
verify-how = Responde a un clip o a una imagen con /verify y miraré si se hizo con Keepsake. No se guarda nada.
    .discord = Para ver si un clip se hizo con Keepsake, mantén pulsado su mensaje (clic derecho) y elige Aplicaciones > ¿De Keepsake?, o envíalo con /verify. No se guarda nada.
verify-found = Esto se hizo con Keepsake. El movimiento es artificial: un programa lo creó a partir de una foto fija. Lo que se ve moverse nunca ocurrió.
verify-not-found = No he encontrado ninguna marca de Keepsake. Eso no demuestra nada: las marcas pueden perderse o borrarse, y otros programas no dejan ninguna.
verify-unreadable = No he podido leerlo como imagen ni como vídeo, así que no puedo decirlo.
verify-too-large = No he podido descargar este archivo: es demasiado grande para mí o ya no está.
verify-failed = Algo ha fallado al mirarlo. Lo siento; inténtalo de nuevo un poco más tarde, por favor.
report-thanks = Gracias. El responsable de este bot ha recibido la denuncia y puede ver y borrar el clip.
    .web = Gracias. El responsable de esta página ha recibido la denuncia y puede ver y borrar el clip.
report-contact = Gracias. Tu denuncia queda anotada. Escribe también al responsable de este bot, por favor: { $contact }
    .web = Gracias. Tu denuncia queda anotada. Escribe también al responsable de esta página, por favor: { $contact }
report-noted = Gracias. Tu denuncia queda anotada para el responsable de este bot.
    .web = Gracias. Tu denuncia queda anotada para el responsable de esta página.
report-again = Gracias. Ya habías denunciado este clip, y está anotado.
report-enough = Gracias. Ha habido muchísimas denuncias en una hora y esta no se ha podido tomar. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto, por favor.
       *[other] dentro de { $minutes } minutos, por favor.
    }
report-how = Para denunciar un clip, respóndele con /report. Privacidad: /privacy
    .discord = Para denunciar un clip, mantén pulsado (clic derecho) su mensaje y elige Aplicaciones > Denunciar clip. Privacidad: /privacy
    .web = Para denunciar un clip, elige «Denunciar este clip» debajo de él. Qué pasa aquí con las fotos: /privacy
report-operator = Alguien ha denunciado un clip. Chat { $chat }, mensaje { $message }, foto { $photo }.
report-operator-unknown = Alguien ha enviado una denuncia sin clip. Chat { $chat }, mensaje { $message }.
take-down-operator = Alguien dice que sale en una imagen, y sus clips se han quitado de ese chat. Chat { $chat }, foto { $photo }. Si quien la envió no está de acuerdo, puedes permitirla de nuevo.
take-down-sender = Alguien que sale en una foto que enviaste no quiere que se muestre en ese chat, así que he quitado de allí sus clips. Tu foto en sí no la he tocado. Si crees que es un error, escribe por favor al responsable, que puede permitirla de nuevo.

## Qué le pasa a una foto, y qué hacer

error-notAnImage = Este archivo no es una imagen. Envía una foto (JPEG, PNG o WebP), por favor.
error-unsupportedFormat = Este tipo de imagen no se puede leer aquí. Envíala como JPEG o PNG, por favor.
error-fileTooLarge = Este archivo pasa de 20 MB. Envíalo como foto y no como archivo, o redúcelo, por favor.
    .discord = Este archivo pasa de 20 MB. Redúcelo, por favor.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = Esta imagen tiene demasiados píxeles. Envíala como foto y no como archivo, por favor.
    .discord = Esta imagen tiene demasiados píxeles. Redúcela, por favor.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = Esta imagen es demasiado larga o demasiado ancha. Recorta la parte con la cara y envía eso, por favor.
error-tooSlowToRead = Leer esta imagen llevaba demasiado tiempo. Envíala como un JPEG normal o redúcela, por favor.
error-damaged = Esta imagen está dañada y en ella no queda una cara entera. Si tienes el original, envíalo, por favor.
error-noFace = Parece que en esta foto no hay ninguna cara. A menudo ayuda recortar la foto más cerca de la persona; envíame eso, por favor.
    .web = No se ha encontrado ninguna cara en esta foto. Si la hay, dibuja un marco a su alrededor y se buscará ahí.
error-noSuchFace = En esta foto no hay ninguna cara con ese número. Elige uno de los números debajo del clip, por favor.
error-faceTooSmall = La cara es demasiado pequeña en esta foto para que se mueva bien. Envía un recorte más cercano o un escaneo más grande, como archivo si puedes.
    .discord = La cara es demasiado pequeña en esta foto para que se mueva bien. Envía un recorte más cercano o un escaneo más grande, por favor.
    .web = La cara es muy pequeña en esta foto. Dibuja un marco a su alrededor para intentarlo de todos modos, o usa un recorte más cercano o un escaneo más grande.
error-faceTurnedAway = Esta cara está demasiado girada hacia un lado para que se mueva bien. Elige otra cara u otra foto, por favor.
error-noSuchGesture = Este gesto no existe aquí. Elige uno de los que hay debajo del clip, por favor.
error-gestureDoesNotSuit = Este gesto no va bien con la postura de esta cara. Elige otro de los que hay debajo del clip, por favor.
error-clipTooLarge = El clip ha salido demasiado grande para enviarlo aquí. Elige otro gesto, por favor.
error-cannotCutOut = No he podido distinguir a la persona del fondo de esta foto, así que no hay sticker.
error-tooMuchMemory = Esta imagen necesita más memoria de la que hay para una sola. Guárdala como JPEG normal o hazla más pequeña, y envía esa, por favor.
error-tooMuchTime = Abrir esta imagen lleva demasiado tiempo. Guárdala como JPEG normal o hazla más pequeña, y envía esa, por favor.
error-videoUnreadable = Esto no es un vídeo que se pueda leer aquí. Por favor, envía un vídeo normal (MP4).
error-videoTooLarge = Este vídeo es demasiado grande. Bastan unos segundos a 1080p como máximo.
error-videoTooLong = Este vídeo dura más de un minuto. Bastan unos segundos.
error-videoTooShort = Este vídeo es demasiado corto: la cara debería verse al menos un segundo.
error-videoNoFace = Parece que en este vídeo no hay ninguna cara. Lo mejor es una sola cara, cerca de la cámara y con buena luz.
error-videoSeveralFaces = En este vídeo hay varias caras y no está claro de quién es el movimiento. Por favor, graba a una sola persona.
error-videoFaceLost = En este vídeo la cara se tapa o se corta una y otra vez. Por favor, grábala unos segundos sin interrupción.
error-videoStill = La cara de este vídeo apenas se mueve. Por favor, graba un gesto con la cabeza, un guiño, una sonrisa o una mirada alrededor.
error-soundUnreadable = Aquí no hay ningún sonido que se pueda leer. Envía una canción o una nota de voz corriente (MP3, M4A u OGG), por favor.
error-soundTooLarge = Este sonido es demasiado grande. Basta con un minuto de la canción.
error-soundTooLong = Este sonido dura más de veinte minutos. Basta con una canción, o un minuto de ella.
error-soundTooShort = Este sonido es demasiado corto: hacen falta unos diez segundos con ritmo.
error-soundNoBeat = No oigo aquí un ritmo constante. Lo mejor es una canción que se pueda seguir con palmas.
error-bug = Algo ha fallado aquí. Lo siento. Envía la foto otra vez un poco más tarde, por favor; /report avisa al responsable.
    .discord = Algo ha fallado aquí. Lo siento. Envía la foto otra vez un poco más tarde, por favor.
    .web = Algo ha fallado aquí. Prueba con la foto otra vez un poco más tarde, por favor.

## Cómo se describe el bot

command-start = Cómo funciona
command-help = Qué puedo hacer
command-animate = En respuesta a una foto: dar vida a la cara
    .discord = Dar vida a la cara de una foto
command-file = En respuesta a un clip: enviarlo como archivo
command-privacy = Qué se guarda, y cuánto tiempo
command-forget = Borrar ahora todo lo mío
command-verify = En respuesta a un clip: ¿se hizo con Keepsake?
    .discord = ¿Se hizo con Keepsake?
command-movement = En respuesta a un clip: guardar su movimiento
command-report = Denunciar un clip ante el responsable
    .discord = Cómo denunciar un clip ante el responsable
bot-short-description = Da vida, con suavidad, a las caras de las fotos antiguas.
bot-description = Envía la foto de un ser querido y recibirás un clip corto en el que su cara cobra vida: mira a su alrededor, parpadea, esboza una sonrisa. El movimiento es artificial y nunca ocurrió; lo dice en cada clip una pequeña marca «AI». Las fotos y los clips se borran al cabo de un tiempo; /privacy dice cuándo.

## Nombres en los menús de Discord: una palabra en minúsculas para cada orden y opción

name-animate = animar
name-help = ayuda
name-privacy = privacidad
name-forget = olvidar
name-verify = verificar
name-report = denunciar
menu-animate = Animar
menu-motion = Usar como movimiento
menu-verify = ¿De Keepsake?
menu-report = Denunciar clip
name-file = archivo
option-file = La imagen o el vídeo que se mira
name-photo = foto
option-photo = La imagen con la cara
name-motion = movimiento
name-music = música
option-motion = Un vídeo o GIF de una cara cuyo movimiento se hará
option-music = Una canción o una nota de voz con cuyo ritmo se mueve la cara
name-gesture = gesto
option-gesture = Lo que debe hacer la cara
name-face = cara
option-face = El número de la cara, de izquierda a derecha
name-everyone = todos
option-everyone = Se mueven todos los que salen en la foto
name-framing = encuadre
option-framing = Cuánto se ve de la foto
name-strength = intensidad
option-strength = Con cuánta intensidad se mueve la cara
strength-level =
    { $level ->
        [1] Muy suave
        [2] Suave
        [3] Normal
        [4] Fuerte
       *[5] Muy fuerte
    }

## En la página del navegador

page-lead = Elige la foto de un ser querido y mira cómo su cara cobra vida con suavidad.
page-private = Las fotos se quedan en el equipo donde funciona Keepsake y se borran al cabo de un tiempo.
page-choose = Elegir una foto
page-camera = Hacer una foto
page-add = Añadir foto
page-try = Probar con esta foto
page-example = Ejemplo: una foto antigua que cobra vida con suavidad
page-hint = También puedes arrastrar una foto hasta aquí o pegarla.
page-drop = Suelta para añadirla
page-sending = Enviando la foto…
page-waiting = En espera de envío
page-again = Reintentar
page-remove = Quitar
page-close = Cerrar
page-history = Fotos y clips
page-photo = Tu foto
page-clips = Clips de esta foto
page-face = Cara
page-tap-face = ¿Quién se mueve?
page-faces = Caras
page-gestures = Gestos
page-more = Más
page-strength = Movimiento
page-actions = Más opciones del clip
page-before = Mantén pulsado para ver la foto
page-progress = Cuánto falta para el clip
page-heard-start = El clip se está creando.
page-heard-half = Va por la mitad.
page-heard-ready = Listo:
page-play = Reproducir
page-pause = Pausa
page-download = Descargar
page-copy = Copiar imagen fija
page-copied = Copiada: la imagen que el clip mostraba en ese momento.
page-copy-failed = El navegador no lo ha permitido. Descarga el clip, por favor.
page-report = Denunciar este clip
page-menu = Menú
page-help = Cómo funciona
page-privacy = Privacidad
page-forget = Borrar todo
page-forget-ask = ¿Borrar todas tus fotos, todos los clips hechos con ellas, tu álbum y todo lo que hay en esta página?
page-forget-yes = Sí, borrar todo
page-cancel = Conservarlo
page-offline = Se ha perdido la conexión. Reintentando…
page-away = Ahora mismo no se puede llegar a Keepsake. Reintentando…
page-too-large-for-way = De camino a Keepsake no se aceptan archivos de este tamaño. Usa una imagen más pequeña.
page-draw = Marcar la cara
page-draw-hint = Dibuja un marco alrededor de la cara.
page-draw-keys = Las flechas lo mueven y, con Mayús, cambian su tamaño.
page-draw-use = Buscar aquí
page-moment = Elige un momento del vídeo
page-moment-use = Usar este momento
page-no-video = Este navegador no puede mostrar el vídeo. Usa una sola imagen de él.
page-move = Muévete como yo
page-film = Grabar un movimiento
page-film-choose = Elegir un vídeo
page-film-how = La cara de la foto hace tu movimiento: asentir, guiñar un ojo, sonreír, mirar alrededor. Los labios no siguen el habla.
page-film-privacy = Tu vídeo, seis segundos de la cámara o un minuto como mucho de un archivo, solo se mide en el equipo en el que funciona Keepsake y se borra al momento. El sonido no se graba ni se lee. Queda el movimiento, en números. Mientras la cámara está encendida, cada segundo se envía allí una imagen pequeña para ver si tu cara está en ella; no se guarda ninguna.
page-film-opening = Permite el uso de la cámara, por favor…
page-film-picture = Lo que ve la cámara
page-film-begin = Empezar
page-film-back = Volver
page-film-look = Mira a la cámara, con la cara dentro del óvalo.
page-film-nobody = Todavía no se ve ninguna cara. Mira a la cámara, donde haya luz.
page-film-far = Acércate un poco.
page-film-several = Se ven varias caras. Solo debería haber una.
page-film-good = Tu cara se ve bien.
page-film-calm = Espera un momento sin moverte, con la cara tranquila…
page-film-now = Ahora: asiente, sonríe, guiña un ojo, mira alrededor
page-film-sending = Tu vídeo se está enviando…
page-film-measuring = Midiendo tu movimiento… unos 15 segundos.
page-film-denied = El navegador no deja que esta página use la cámara. Puedes permitirlo en el símbolo junto a la dirección, o elegir un vídeo.
page-film-none = Aquí no se ha encontrado ninguna cámara. Puedes elegir un vídeo.
page-film-busy = La cámara no responde; quizá la esté usando otro programa. Inténtalo otra vez o elige un vídeo.
page-film-insecure = Los navegadores solo dan la cámara a una página con https, y esta se abrió sin él. Puedes elegir un vídeo.
page-film-unable = Este navegador no puede grabar en una página. Puedes elegir un vídeo.
page-film-too-large-for-way = Algo en el camino hacia Keepsake no acepta archivos de este tamaño. Elige un vídeo más corto.
page-movements = Tus movimientos
page-movement-name = ¿Cómo se llama este movimiento?
page-movement-example = Mi gesto
page-movement-kept = Guardado. Lo encuentras entre los gestos, para todas tus fotos.
page-too-many = Demasiadas solicitudes. Espera un minuto, por favor.
page-invitation = Esta página es para invitados. Abre el enlace que te dieron o escribe su código.
page-keep = Guardar
page-goes = Se borra
page-album = Álbum
page-album-empty = Aún no hay nada. Toca el corazón debajo de un clip y se quedará aquí.
page-album-full = Tu álbum está lleno. Quita antes algún clip, por favor.
page-photos = Fotos
page-name = Nombre
page-years = Años
page-let-go = Quitar del álbum
page-let-go-ask = ¿Quitar este clip del álbum? Se borra, y con él las películas en las que sale.
page-let-go-yes = Sí, quitarlo
page-save-as = Guardar como
page-still = Imagen fija
page-previous = Clip anterior
page-next = Clip siguiente
page-frame = Marco de fotos
page-frame-empty = El marco aún está vacío. Aquí aparecerá lo que guardes con el corazón.
page-frame-dark = Es posible que este navegador deje apagarse la pantalla. Ajusta el dispositivo para que no se apague nunca, o abre la página por https.
page-elsewhere = En otra pantalla
page-elsewhere-how = Escanéalo con el otro dispositivo o abre allí la dirección. Sirve una vez, durante diez minutos, y con ella ese dispositivo ve tus fotos y tu álbum, igual que este.
page-elsewhere-local = Otros dispositivos no pueden llegar a esta página: solo se abre en este ordenador.
page-reel = Hacer una película
page-reel-how = Toca los clips en el orden en que deben verse.
page-reel-make = Crear la película
page-reel-working = Se está haciendo la película
page-reel-failed = No se ha podido hacer esta película. Inténtalo otra vez, por favor.
page-reels = Películas
page-earlier = Antes
page-later = Después
page-leave-out = Dejar fuera
page-delete = Borrar
page-in-album = En tu álbum
page-saving = Se está preparando tu archivo…
page-code = Código
page-code-enter = Entrar
page-code-wrong = Este código no es correcto, o ya se ha usado.
page-verify = ¿Se hizo con Keepsake?
page-verify-lead = Elige un clip o una imagen y buscaré en él las marcas de Keepsake. No se guarda nada.
page-verify-choose = Elegir un archivo
page-verify-hint = También puedes soltarlo aquí o pegarlo.
page-verify-drop = Suelta para comprobarlo
page-verify-looking = Buscando marcas… puede tardar unos segundos.
page-verify-found = Hecho con Keepsake
page-verify-not-found = Ninguna marca encontrada
page-verify-unreadable = No se puede leer
page-verify-picture = Una marca invisible en la imagen
page-verify-signature = Metadatos firmados (Content Credentials)
page-verify-note = Una nota en el archivo
page-verify-marks = Marcas encontradas
page-verify-software = El propio archivo dice que un programa lo creó o lo modificó.
page-verify-unreachable = Ahora mismo no se puede acceder a Keepsake. Inténtalo de nuevo en un momento, por favor.

## La página de estado, para el responsable

operator-title = Estado
operator-open = Abrir
operator-secret-wrong = Esto no es ADMIN_SECRET.
operator-later = Espera un minuto e inténtalo otra vez.
operator-platforms = Plataformas
operator-web = la página
operator-connected = conectado
operator-not-connected = sin conexión
operator-running-for = En marcha desde hace
operator-starts = Arranques en 24 horas
operator-now = Ahora
operator-in-work = En proceso
operator-waiting = En espera
operator-undelivered = Aún sin entregar
operator-longest = Espera más larga
operator-usual = Un clip suele tardar
operator-disk = En el disco
operator-photos = Fotos
operator-clips = Clips
operator-albums = Clips en álbumes
operator-used = Usado
operator-may-be-used = Como máximo
operator-no-limit = todo lo que haya
operator-free = Libre
operator-next-deletion = Próximo borrado
operator-nothing-kept = nada que borrar
operator-memory = Memoria
operator-memory-chat = Proceso del chat
operator-memory-render = Procesos de render
operator-memory-free = Libre en este equipo
operator-workers = Otras máquinas
operator-worker-usable = lista
operator-worker-gone = ya no responde
operator-worker-leaving = terminando
operator-worker-otherVersion = otra versión de Keepsake: no recibe nada
operator-worker-busy = En curso
operator-worker-done = Hechos
operator-worker-failed = Fallidos
operator-worker-heard = Última señal
operator-redis = Redis intermedio
operator-redis-well = responde
operator-redis-ill = no responde
operator-redis-memory = Memoria de Redis
operator-no-workers = Aún no ha llegado ninguna.
operator-failures = Sin clip, 24 horas
operator-refusals = Rechazos por límites, 24 horas
operator-none = Ninguno.
operator-quota = Clips de una persona en una hora
operator-userFull = Clips en espera de una persona
operator-chatFull = Clips en espera de un chat
operator-lineFull = La cola entera
operator-errors = Últimos errores
operator-no-errors = Ninguno desde el arranque.
operator-clips-per-hour = Clips por hora
operator-quiet = Un día tranquilo: nadie ha pedido un clip en las últimas 24 horas. Todo va bien.
operator-without = sin clip
operator-stages = Tiempo por paso, 24 horas
operator-half = la mitad en
operator-most = 19 de 20 en
operator-decode = Leer la foto
operator-detect = Buscar caras
operator-landmarks = Medir las caras
operator-enhance = Aclarar las caras
operator-rig = Preparar el movimiento
operator-render = Dibujar
operator-encode = Codificar
operator-total = En total
operator-invite = Invitar a alguien
operator-invite-how = Para una persona, una sola vez, durante una semana: se escanea, se abre el enlace o se escribe el código.
operator-invite-local = Nadie más puede llegar a esta página, así que no hacen falta invitaciones.
operator-new-invitation = Nueva invitación
operator-kind-notAnImage = No es una imagen
operator-kind-unsupportedFormat = Formato desconocido
operator-kind-fileTooLarge = Archivo demasiado grande
operator-kind-tooManyPixels = Demasiados píxeles
operator-kind-sideTooLong = Imagen demasiado larga
operator-kind-tooSlowToRead = Demasiado lenta de leer
operator-kind-damaged = Imagen dañada
operator-kind-noFace = Sin cara
operator-kind-noSuchFace = No existe esa cara
operator-kind-faceTooSmall = Cara demasiado pequeña
operator-kind-faceTurnedAway = Cara vuelta
operator-kind-noSuchGesture = No existe ese gesto
operator-kind-gestureDoesNotSuit = El gesto no encaja
operator-kind-clipTooLarge = Clip demasiado grande
operator-kind-cannotCutOut = No se pudo recortar
operator-kind-tooMuchMemory = Demasiada memoria
operator-kind-tooMuchTime = Demasiado tiempo
operator-kind-bug = Fallo nuestro (véase el registro)
operator-kind-crash = El proceso de render murió
operator-kind-timeout = Tardó demasiado

## Lo que la gente escribe para pedir un clip, en minúsculas y separado por comas; los títulos de los gestos también se entienden

words-nostalgia = anima, animar, dale vida, dar vida, que cobre vida, cobra vida, nostalgia
words-smile = sonríe, sonreír, sonría, sonrían, que sonría, que sonrían, sonriente, una sonrisa
words-laugh = ríe, reír, ría, rían, que ría, que se ría, reírse, ríete, una risa, carcajada
words-blink = parpadea, parpadee, que parpadee, un parpadeo, cierra los ojos, cerrar los ojos, que cierre los ojos
words-wink = guiña, guiñar, guiñe, guiña un ojo, guiñe un ojo, que guiñe un ojo, guiñar el ojo, guiña el ojo, guiñe el ojo, que guiñe el ojo, un guiño, guiño
words-look = mira alrededor, mire alrededor, mirar a su alrededor, mira a su alrededor, que mire a su alrededor, mirar a los lados, mira a los lados, que mire a los lados, mover los ojos, mueve los ojos, que mueva los ojos
words-turn = gira la cabeza, gire la cabeza, que gire la cabeza, girar, mueve la cabeza, mover la cabeza, que mueva la cabeza, un giro de cabeza
words-tilt = ladea la cabeza, ladee la cabeza, que ladee la cabeza, inclina la cabeza, inclinar la cabeza, incline la cabeza, que incline la cabeza
words-nod = asiente, asienta, que asienta, di que sí, decir que sí, que diga que sí, asentir con la cabeza
words-shake = niega con la cabeza, niegue con la cabeza, que niegue con la cabeza, di que no, decir que no, que diga que no, sacude la cabeza, sacudir la cabeza
words-surprise = levanta las cejas, levante las cejas, que levante las cejas, alza las cejas, alzar las cejas, arquear las cejas, arquea las cejas, sorpresa, cara de sorpresa, cejas
words-kiss = beso, un beso, lanza un beso, lance un beso, que lance un beso, besar, da un beso, dar un beso, que dé un beso, manda un beso
words-sigh = suspira, suspire, que suspire, un suspiro, suspiro, respira hondo, respirar hondo
words-asleep = dormita, dormite, que dormite, dormirse, duérmete, que se duerma, dormir, duerme, que duerma, cabecear
words-drift = un zoom lento, zoom, mueve la cámara, mover la cámara, que se mueva la cámara, movimiento de cámara
words-everyone = todos, todas, todos juntos, todo el mundo, los dos, las dos, ambos, toda la familia
words-whole-photo = la foto entera, foto completa, la foto completa, toda la foto, imagen entera, imagen completa
words-close-up = de cerca, más cerca, solo la cara, retrato
words-original = original, el original, sin retoques, sin mejorar
words-enhanced = nítida, más nítido, mejorada, mejorar
words-gentle = suave, suavemente, con suavidad, ligero, ligera, leve, pequeña, pequeño
words-gentler = más suave, más suavemente, menos, menos fuerte, más flojo, demasiado fuerte, demasiado, no tan fuerte, más leve
words-strong = fuerte, fuertemente, grande, amplia, mucho
words-stronger = más fuerte, más grande, más movimiento, un poco más, demasiado suave, demasiado flojo
words-very = muy
words-ask = haz, hazla, hazlo, hazlos, hazlas, haz que, quiero, quiero que, quisiera, quisiera que, me gustaría, me gustaría que, puedes hacer, puedes hacer que, podrías hacer, podrías hacer que, puede, podrían, muestra, pon, que, déjala, déjalo
words-filler = por favor, porfa, ahora, un poco, un poquito, y, luego, pero, con, cara, caras, número, la número, persona, ok, vale, hola
words-whom = la, lo, le, el, ella, él, ellos, ellas, los, las, a, al, de, mi, su, tu, se, me, esta, este, mujer, hombre, niña, niño, señora, señor, madre, padre, mamá, papá, abuela, abuelo, hermana, hermano, foto, otra, vez, también, en
words-not = no, nunca, sin, ni, sonreía, sonrió, sonreías, reía, rió, miraba, besaba, gira mundial, giro, tu sonrisa, su sonrisa, qué sonrisa, linda sonrisa, bonita sonrisa, me hace, nos hace, hace
words-remark = un suspiro, suspiro, una cabezada, dormir, duerme, beso, un beso, con vida, una sonrisa, una risa, un guiño, guiño, un parpadeo, original, el original, sorpresa, todo el mundo, toda la familia, retrato, sonriente, carcajada, cejas levantadas, la cabeza ladeada
words-thanks = gracias, muchas gracias, muchísimas gracias, mil gracias, te lo agradezco
