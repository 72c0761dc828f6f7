### Lo que dice Keepsake. La gente envía fotos de quienes echa de menos: sencillo, cálido, sin bromas.

## Primeras palabras

start =
    Hola. Envíame la foto de una persona, antigua o reciente, y haré un clip corto en el que su cara se mueve: una mirada alrededor, un parpadeo, un asomo de sonrisa.

    Si en la foto hay varias personas, puedes elegir qué cara se mueve. /help cuenta más.
start-group =
    Hola. Responde a una foto de este chat con /animate y haré un clip corto en el que la cara se mueve. /help cuenta más.
start-example = Esto es lo que sale de una foto.
consent =
    Por favor, envía solo fotos que puedas usar y piensa en lo que querrían las personas que aparecen en ellas, o sus familias. Cada clip lleva una pequeña marca «AI», porque su movimiento lo crea un ordenador y nunca ocurrió. Cómo trato las fotos: /privacy
    .web = Por favor, envía solo fotos que puedas usar y piensa en lo que querrían las personas que aparecen en ellas, o sus familias. Cada clip lleva una pequeña marca «AI», porque su movimiento lo crea un ordenador y nunca ocurrió. Qué pasa aquí con las fotos: /privacy
consent-caption = El movimiento es artificial y nunca ocurrió; lo dice la pequeña marca «AI». Envía solo fotos que tengas derecho a usar. Qué pasa con ellas: /privacy
help =
    • Envía una foto, o una imagen como archivo: los archivos conservan más detalle y las caras pequeñas salen mejor.
    • En los grupos, responde a una foto con /animate.
    • Debajo del clip puedes elegir otra cara, a todos a la vez, la foto entera, otro gesto, o un movimiento más fuerte o más suave.
    • /file como respuesta a un clip lo envía como archivo para guardarlo.
    • /privacy dice qué se guarda, /forget borra al momento todo lo tuyo, /report avisa al responsable sobre un clip.

    Lo mejor es una foto en la que la cara sea al menos tan grande como un pulgar, nítida y no muy girada hacia un lado.
    .discord =
        • En un servidor: /animate con una foto. O pulsa (clic derecho) un mensaje que tenga una imagen y elige Aplicaciones > Animar. O mencióname junto con una foto.
        • Aquí, a solas conmigo: basta con enviar una foto.
        • Debajo del clip puedes elegir otra cara, otro gesto, o un movimiento más fuerte o más suave.
        • /privacy dice qué se guarda, /forget borra al momento todo lo tuyo. Aplicaciones > Avisar sobre el clip, en el mensaje de un clip, avisa al responsable.

        Lo mejor es una foto en la que la cara sea al menos tan grande como un pulgar, nítida y no muy girada hacia un lado.
    .web =
        • Arrastra una foto a cualquier parte de esta página, pégala o elígela; también varias a la vez.
        • Si en ella hay varias personas, toca la cara que debe moverse o elige a todos a la vez.
        • Debajo del clip puedes elegir la foto entera, otro gesto, o un movimiento más fuerte o más suave. Ahí también puedes guardar el clip, o borrarlo junto con su foto.
        • Qué pasa con tus fotos: /privacy

        Lo mejor es una foto en la que la cara sea al menos tan grande como un pulgar, nítida y no muy girada hacia un lado.
privacy =
    Qué se guarda: tus fotos, los clips hechos con ellas y los números del chat y de los mensajes, para que los botones funcionen. Las fotos y los clips están cifrados en la máquina del propio responsable, que tiene la clave, y se borran { $hours ->
        [one] al cabo de una hora
       *[other] al cabo de { $hours } horas
    }. No se guardan nombres, no se reconoce a nadie, nada se usa para entrenar y nada se entrega a nadie. Que ya has visto el primer aviso se recuerda durante medio año desde tu última foto.

    /forget lo borra todo al momento.
    .web =
        Qué se guarda: tus fotos, los clips hechos con ellas, lo que se dice en esta página y una cookie con la que reconoce tu navegador. Todo menos la cookie está cifrado en la máquina del propio responsable, que tiene la clave, y se borra { $hours ->
            [one] al cabo de una hora
           *[other] al cabo de { $hours } horas
        }. No se guardan nombres, no se reconoce a nadie, nada se usa para entrenar y nada se entrega a nadie. Que ya has visto el primer aviso se recuerda durante medio año desde tu última foto.

        Para borrarlo todo ahora: /forget
privacy-contact = El responsable de este bot: { $contact }
    .web = El responsable de esta página: { $contact }
privacy-no-contact = El responsable de este bot no ha dado ninguna dirección. En un grupo, pregunta a quien lo añadió.
    .web = El responsable de esta página no ha dado ninguna dirección. Pregunta a quien te habló de ella.

## Mientras se trabaja en una foto

status-seen = Tengo tu foto. Un momento, por favor.
status-wanted = Un momento, por favor.
status-waiting =
    { $place ->
        [one] Te toca ahora:
       *[other] Vas el { $place }.º en la cola:
    } { $unit ->
        [seconds] unos { $amount } s.
       *[minutes] unos { $amount } min.
    }
status-looking = Buscando caras …
status-rendering = Creando el clip… unos { $seconds } s
status-sending = Enviando el clip …
clip-unsure = He enviado el clip, pero la conexión se cortó antes de saber si ha llegado. Si no está aquí, envíame la foto otra vez, por favor.

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
clip-alt = Un clip corto sin sonido: { $caption }
level-1 = muy suave
level-2 = suave
level-3 = normal
level-4 = fuerte
level-5 = muy fuerte
faces-strip = He encontrado { $faces } caras, numeradas de izquierda a derecha, y empiezo por la número { $first }. Toca otro número si prefieres ver esa.
choose-face = Elige una cara
choose-gesture = Elige un gesto
button-everyone = Todos
button-whole-photo = Foto entera
button-close-up = Primer plano
button-original = Original
button-enhanced = Mejorada
button-stronger = Más fuerte
button-gentler = Más suave
button-file = Como archivo
button-gif = GIF
button-sticker = Sticker
button-round = Vídeo redondo
button-live = Foto en vivo
button-share = Compartir
button-try = Probar con esta foto
button-more = Más…
button-faces = Caras
button-other = ⋯
button-back = ‹ Volver
button-report = Denunciar
button-cancel = Cancelar
button-start = Crear un clip
button-delete = Borrar
button-remove-me = Soy yo: quitar
button-remove-yes = Sí, quitarlo
button-delete-yes = Sí, borrar
button-delete-no = Conservar
button-delete-reported = Borrar este clip

## Los gestos, tal como se llaman en botones, menús y pies

gesture-nostalgia = Cobrar vida
gesture-smile = Sonreír
gesture-laugh = Reír
gesture-blink = Parpadear
gesture-wink = Guiñar un ojo
gesture-look = Mover los ojos
gesture-turn = Girar la cabeza
gesture-tilt = Ladear la cabeza
gesture-nod = Asentir
gesture-shake = Negar con la cabeza
gesture-surprise = Alzar las cejas
gesture-kiss = Un beso

## Respuestas a los botones

press-on-it = Un momento, por favor.
press-already = Este ya se está haciendo.
press-gone = Esta foto ya se ha borrado. Envíala otra vez para hacer otro clip.
press-strange = Este botón ya no funciona. Envía la foto otra vez, por favor.
press-delete-ask = ¿Borrar la foto y todos sus clips?
press-not-yours = Solo puede borrarla la persona que envió la foto.
press-shown = Es el que se ve aquí.
press-cancelled = Cancelado.
press-cancel-not-yours = Solo puede cancelarlo quien lo pidió.
press-cancel-late = Ya no queda nada que cancelar.
press-no-sticker = No he podido recortar a la persona de esta foto, así que no hay sticker.

## Respuestas a lo que no se puede hacer

refused-user-full = Ya tienes varios clips esperando. Envíame la siguiente foto cuando haya llegado uno de ellos, por favor.
refused-chat-full = En este chat ya hay muchos clips esperando. Inténtalo de nuevo { $minutes ->
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
refused-no-room = Ahora mismo no tengo sitio para nada nuevo. Se va haciendo sitio a medida que se borran las fotos más antiguas; inténtalo de nuevo dentro de unas horas, por favor.
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
animate-what = Responde a una foto con /animate y haré que su cara se mueva.
    .discord = Elige una foto con /animate, o pulsa (clic derecho) un mensaje que tenga una y elige Aplicaciones > Animar.
file-what = Responde a uno de mis clips con /file y te lo enviaré como archivo. Tiene que ser de una foto que todavía conserve.
no-files-here = No tengo permiso para enviar archivos aquí, así que no puedo traer el clip. Quien lleva este servidor puede permitirme adjuntar archivos. O envíame la foto por mensaje directo.
answer-here = No he podido responder en el canal donde lo pediste, así que respondo aquí.
inline-start = Envíame antes una foto
guest-what = Responde a una foto con mi nombre y haré que la cara se mueva.
pick-picture = ¿Cuál de las imágenes?
pick-number = Imagen { $number }
other-text = Trabajo con fotos. Envíame una en la que se vea una cara, por favor; /help cuenta más.
other-sticker = No puedo usar stickers. Envíame una foto en la que se vea una cara, por favor.
other-video = No puedo usar vídeos. Envíame una sola imagen del vídeo, como foto, por favor.
other-file = Este archivo no es una imagen que yo pueda usar. Envíame una foto (JPEG, PNG o WebP), por favor.
other-something = No puedo usar esto. Envíame una foto en la que se vea una cara, por favor.
not-allowed = Este bot atiende solo los chats de quienes lo mantienen. El número de este chat es { $chat }, por si quieres pedírselo.
    .web = Esta página atiende solo a las personas que su responsable ha admitido. Tu número aquí es { $chat }, por si quieres pedírselo.
fetch-failed = No he podido recoger tu foto. Envíala una vez más, por favor.
forget-done =
    { $photos ->
        [0] Aquí ya no queda nada tuyo: ninguna foto, ningún clip.
        [one] Borrado: tu foto, todos los clips hechos con ella y todo lo anotado sobre ti.
       *[other] Borrado: tus { $photos } fotos, todos los clips hechos con ellas y todo lo anotado sobre ti.
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
deleted = Borrado: la foto y todos los clips hechos con ella.
deleted-clip = Borrado: este clip.
removal-ask = ¿Sales en esta imagen y no quieres que esté aquí? Entonces retiro el clip de este chat y se lo digo a quien lo pidió.
removal-done = Retirado. Se ha avisado a quien pidió el clip y al responsable.
removal-enough = Hoy ya has hecho retirar varios clips, así que este no puedo retirarlo. Usa Denunciar: el responsable puede revisarlo.
removal-told = Alguien que sale en la imagen ha hecho retirar de un chat un clip tuyo. Si crees que no es correcto, díselo al responsable con /report.
report-thanks = Gracias. El responsable de este bot ha recibido el aviso y puede verlo y borrarlo.
    .web = Gracias. El responsable de esta página ha recibido el aviso y puede verlo y borrarlo.
report-contact = Gracias. Lo he anotado. Escribe también al responsable de este bot, por favor: { $contact }
    .web = Gracias. Lo he anotado. Escribe también al responsable de esta página, por favor: { $contact }
report-noted = Gracias. Lo he anotado para el responsable de este bot.
    .web = Gracias. Lo he anotado para el responsable de esta página.
report-again = Gracias. Ya habías avisado sobre este clip, y está anotado.
report-enough = Gracias. Ha habido muchos avisos en una hora y no he podido tomar este. Inténtalo de nuevo { $minutes ->
        [one] dentro de un minuto, por favor.
       *[other] dentro de { $minutes } minutos, por favor.
    }
report-how = Para avisar sobre un clip, respóndele con /report. Qué pasa aquí con las fotos: /privacy
    .discord = Para avisar sobre un clip, pulsa (clic derecho) su mensaje y elige Aplicaciones > Avisar sobre el clip. Qué pasa aquí con las fotos: /privacy
    .web = Para avisar sobre un clip, elige «Denunciar este clip» debajo de él. Qué pasa aquí con las fotos: /privacy
report-operator = Alguien ha avisado sobre un clip. Chat { $chat }, mensaje { $message }, foto { $photo }.
report-operator-unknown = Alguien ha enviado un aviso sin clip. Chat { $chat }, mensaje { $message }.
removal-operator = Alguien que dice salir en una imagen ha hecho retirar un clip. Chat { $chat }, mensaje { $message }, foto { $photo }.

## Qué le pasa a una foto, y qué hacer

error-notAnImage = Este archivo no es una imagen. Envíame una foto (JPEG, PNG o WebP), por favor.
error-unsupportedFormat = No puedo leer este tipo de imagen. Envíala como JPEG o PNG, por favor.
error-fileTooLarge = Este archivo es demasiado grande para mí. Envíalo como foto y no como archivo, o redúcelo a menos de 20 MB, por favor.
    .discord = Este archivo es demasiado grande para mí. Redúcelo a menos de 20 MB, por favor.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = Esta imagen tiene más píxeles de los que puedo manejar. Envíala como foto y no como archivo, por favor.
    .discord = Esta imagen tiene más píxeles de los que puedo manejar. Redúcela, por favor.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = Esta imagen es más larga o más ancha de lo que puedo manejar. Recorta la parte con la cara y envíame eso, por favor.
error-tooSlowToRead = Leer esta imagen llevaba demasiado tiempo y lo he dejado. Envíala como un JPEG normal o redúcela, por favor.
error-damaged = Esta imagen está dañada y no he encontrado en ella una cara entera. Si tienes el original, envíalo, por favor.
error-noFace = No he encontrado ninguna cara en esta foto. A menudo ayuda un recorte más cercano de la persona; envíamelo, por favor.
error-noSuchFace = No he encontrado esa cara en la foto. Elige uno de los números debajo del clip, por favor.
error-faceTooSmall = La cara es demasiado pequeña en esta foto para que se mueva bien. Envía un recorte más cercano o un escaneo más grande, como archivo si puedes.
    .discord = La cara es demasiado pequeña en esta foto para que se mueva bien. Envía un recorte más cercano o un escaneo más grande, por favor.
    .web = { error-faceTooSmall.discord }
error-faceTurnedAway = Esta cara está demasiado girada hacia un lado para que se mueva bien. Elige otra cara u otra foto, por favor.
error-noSuchGesture = No conozco este gesto. Elige uno de los botones debajo del clip, por favor.
error-gestureDoesNotSuit = Este gesto no va bien con la postura de esta cara. Elige otro de los que hay debajo del clip, por favor.
error-clipTooLarge = El clip ha salido demasiado grande para enviarlo aquí. Elige otro gesto, por favor.
error-tooMuchMemory = Esta imagen necesita más memoria de la que puedo usar. Guárdala como JPEG normal o hazla más pequeña, y envíame esa, por favor.
error-tooMuchTime = Tardo demasiado en abrir esta imagen. Guárdala como JPEG normal o hazla más pequeña, y envíame esa, por favor.
error-bug = Algo ha fallado por mi parte. Lo siento. Envía la foto otra vez un poco más tarde, por favor; /report avisa al responsable.
    .discord = Algo ha fallado por mi parte. Lo siento. Envía la foto otra vez un poco más tarde, por favor.
    .web = { error-bug.discord }

## Cómo se describe el bot

command-start = Cómo funciona
command-help = Qué puedo hacer
command-animate = Como respuesta a una foto: hace que la cara se mueva
    .discord = Hace que la cara de una foto se mueva
command-file = Como respuesta a un clip: lo envía como archivo
command-privacy = Qué se guarda, y cuánto tiempo
command-forget = Borrar ahora todo lo mío
command-report = Avisar al responsable sobre un clip
    .discord = Cómo avisar al responsable sobre un clip
bot-short-description = Hace que las caras de las fotos antiguas se muevan, con suavidad.
bot-description = Envía la foto de alguien querido y recibirás un clip corto en el que su cara se mueve: una mirada alrededor, un parpadeo, un asomo de sonrisa. Las fotos y los clips se borran al cabo de un tiempo; /privacy dice cuándo.

## Nombres en los menús de Discord: una palabra en minúsculas para cada orden y opción

name-animate = animar
name-help = ayuda
name-privacy = privacidad
name-forget = olvidar
name-report = avisar
menu-animate = Animar
menu-report = Avisar sobre el clip
name-photo = foto
option-photo = La imagen con la cara
name-gesture = gesto
option-gesture = Lo que debe hacer la cara
name-face = cara
option-face = El número de la cara, de izquierda a derecha
name-everyone = todos
option-everyone = Que se muevan todos en la foto
name-framing = encuadre
option-framing = Cuánto de la foto se ve en el clip
name-strength = fuerza
option-strength = Con qué fuerza se mueve la cara

## En la página del navegador

page-lead = Envía una foto de un ser querido y mira cómo su cara se mueve, con suavidad.
page-private = Las fotos se quedan en el equipo donde funciona Keepsake y se borran al cabo de un tiempo.
page-choose = Elegir una foto
page-camera = Hacer una foto
page-hint = También puedes arrastrar una foto hasta aquí o pegarla.
page-drop = Suelta la foto aquí
page-sending = Enviando la foto…
page-history = Fotos y clips
page-photo = Tu foto
page-clips = Clips de esta foto
page-face = Cara
page-tap-face = Toca una cara de la foto o su número.
page-faces = Caras
page-gestures = Gestos
page-actions = Qué hacer con el clip
page-play = Reproducir
page-pause = Pausa
page-download = Descargar
page-copy = Copiar como imagen
page-copied = Copiado: la imagen que el clip mostraba en este momento.
page-copy-failed = El navegador no lo permite. Descarga el clip, por favor.
page-report = Denunciar este clip
page-menu = Ayuda y privacidad
page-help = Cómo funciona
page-privacy = Qué se guarda
page-forget = Borrar todo
page-forget-ask = ¿Borrar todas tus fotos, todos los clips hechos con ellas y todo lo que hay en esta página?
page-forget-yes = Sí, borrar todo
page-cancel = Conservarlo
page-offline = Se ha perdido la conexión. Reintentando…
page-too-many = Han sido muchas cosas a la vez. Espera un minuto, por favor.
page-invitation = Esta página es solo para invitados. Abre el enlace que te dieron, por favor.
