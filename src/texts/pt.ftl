### O que o Keepsake diz. As pessoas enviam fotos de quem lhes faz falta: simples, caloroso, sem brincadeiras.

## Primeiras palavras

start =
    Olá. Envie a foto de uma pessoa, antiga ou recente, e eu faço um clipe curto em que o rosto ganha vida: um olhar em volta, um piscar de olhos, um esboço de sorriso.

    Se houver várias pessoas na foto, você escolhe quem se move. Saiba mais: /help
start-group =
    Olá. Responda a uma foto deste grupo com /animate, e eu faço um clipe curto em que o rosto ganha vida. Saiba mais: /help
consent = Por favor, envie só fotos que você tem o direito de usar, e pense no que as pessoas que estão nelas, ou suas famílias, iriam querer. Todo clipe leva uma pequena marca “AI”: o movimento é feito por computador e nunca aconteceu de verdade. Privacidade: /privacy
    .web = Por favor, use só fotos que você tem o direito de usar, e pense no que as pessoas que estão nelas, ou suas famílias, iriam querer. Todo clipe leva uma pequena marca “AI”: o movimento é feito por computador e nunca aconteceu de verdade. O que acontece com as fotos aqui: /privacy
consent-caption = O movimento é feito por computador e nunca aconteceu; a pequena marca “AI” diz isso. Por favor, envie só fotos que você tem o direito de usar. O que acontece com elas: /privacy
help =
    • Envie uma foto. Como arquivo ela guarda mais detalhes, e os rostos pequenos ficam melhores.
    • Em grupos, responda a uma foto com /animate.
    • Embaixo do clipe você escolhe outro rosto, todos, a foto inteira, outro gesto, ou um movimento mais forte ou mais suave.
    • Ou diga com palavras: “sorria”, “faça ela piscar um olho”, “todos”, “mais suave”.
    • Responda a um clipe com /file para recebê-lo como arquivo.
    • Responda a um clipe com um vídeo ou GIF de um rosto, e ele faz esse movimento.
    • Responda a um clipe com uma música ou mensagem de voz, e o rosto se move no ritmo.
    • /privacy: o que fica guardado. /forget: apagar tudo o que é seu. /report: denunciar um clipe ao responsável.

    O melhor é uma foto nítida, com o rosto de pelo menos 100 pixels de largura e olhando mais ou menos para a câmera.
    .discord =
        • Em um servidor: /animate com uma foto. Ou mantenha pressionada (clique direito) uma mensagem que tenha uma imagem e escolha Aplicativos > Animar. Ou mencione-me junto com uma foto.
        • Por mensagem direta: basta enviar uma foto.
        • Embaixo do clipe você escolhe outro rosto, outro gesto, ou um movimento mais forte ou mais suave.
        • Ou responda ao clipe e diga com palavras: “sorria”, “faça ela piscar um olho”, “todos”, “mais suave”.
        • /animate com um movimento: um vídeo ou GIF de um rosto. Ou, em uma mensagem com um vídeo, Aplicativos > Usar como movimento.
        • /animate com uma música: uma canção ou mensagem de voz em cujo ritmo o rosto se move.
        • Em ⋯: salvar o clipe como vídeo, denunciar, apagar ou, se você aparece nele, pedir a remoção.
        • /privacy: o que fica guardado. /forget: apagar tudo o que é seu. Aplicativos > Denunciar clipe, na mensagem de um clipe, avisa o responsável.

        O melhor é uma foto nítida, com o rosto de pelo menos 100 pixels de largura e olhando mais ou menos para a câmera.
    .web =
        • Escolha uma foto, ou várias de uma vez. No computador você também pode arrastá-las para qualquer lugar desta página ou colá-las.
        • Se houver várias pessoas nela, toque em quem deve se mover, ou escolha todos.
        • Embaixo do clipe você escolhe a foto inteira, outro gesto, ou um movimento mais forte ou mais suave. Ali você também pode salvar o clipe, ou apagá-lo junto com a foto. Com o coração, ele fica no seu álbum.
        • Mexa-se como eu: filme um movimento com a câmera ou escolha um vídeo de um rosto, e o rosto da foto o faz.
        • O que acontece com suas fotos: /privacy

        O melhor é uma foto nítida, com o rosto de pelo menos 100 pixels de largura e olhando mais ou menos para a câmera.
privacy =
    O que fica guardado: suas fotos, os clipes feitos com elas e os identificadores do chat e das mensagens, sem os quais os botões não funcionariam. Fotos e clipes ficam criptografados na máquina do próprio responsável, que tem a chave, e são apagados { $hours ->
        [one] depois de { $hours } hora
       *[other] depois de { $hours } horas
    }. Nenhum nome é guardado, ninguém é reconhecido, nada é usado para treinamento e nada é repassado a ninguém. Que você já viu o primeiro aviso fica anotado por meio ano depois da sua última foto.

    Se você envia um vídeo para que um rosto faça o movimento dele, o vídeo só é medido e logo apagado; o som nunca é lido. Fica o movimento em números: tanto tempo quanto os clipes dele ou, se você o guardar, até apagá-lo ou passar meio ano sem usá-lo. A fala é retirada: não dá para pôr palavras na boca de ninguém.

    Se você envia uma música ou mensagem de voz, só se procura o ritmo, e o arquivo é apagado na hora. Os compassos ouvidos no clipe ficam guardados com ele e pelo mesmo tempo. O som é seu, o movimento é artificial, e os lábios continuam fechados.

    Para apagar tudo agora: /forget
    .web =
        O que fica guardado: suas fotos, os clipes feitos com elas, o que se diz nesta página e um cookie pelo qual ela reconhece o seu navegador. Tudo, menos o cookie, fica criptografado na máquina do próprio responsável, que tem a chave, e é apagado { $hours ->
            [0] só quando você apaga
            [one] depois de { $hours } hora
           *[other] depois de { $hours } horas
        }. O que você guarda no álbum fica lá, com o que escrever embaixo, até você tirar ou até ninguém olhar o álbum por meio ano. Ninguém é reconhecido, nada é usado para treinamento e nada é repassado a ninguém. Que você já viu o primeiro aviso fica anotado por meio ano depois da sua última foto.

        Se você filma um movimento ou escolhe um vídeo para que um rosto faça o movimento dele, o vídeo só é medido e logo apagado; o som não é gravado nem lido. Fica o movimento em números: tanto tempo quanto os clipes dele ou, se você o guardar, até apagá-lo ou passar meio ano sem usá-lo. A fala é retirada: não dá para pôr palavras na boca de ninguém. Enquanto a câmera está ligada, a cada segundo uma imagem pequena é examinada, para dizer se o seu rosto aparece; nenhuma é guardada.

        Para apagar tudo agora: /forget
privacy-contact = O responsável por este bot: { $contact }
    .web = O responsável por esta página: { $contact }
privacy-no-contact = O responsável por este bot não informou um contato. Em um grupo, pergunte a quem o adicionou.
    .web = O responsável por esta página não informou um contato. Pergunte a quem lhe falou dela.

## Enquanto se trabalha em uma foto

status-seen = Recebi sua foto. Procurando rostos…
status-wanted = Começando…
status-waiting =
    { $place ->
        [1] Você é o próximo da fila;
       *[other] Você está na posição { $place } da fila;
    } { $unit ->
        [seconds] cerca de { $amount } s.
       *[minutes] cerca de { $amount } min.
    }
status-looking = Procurando rostos…
status-measuring = Medindo o movimento…
status-listening = Ouvindo o ritmo…
status-rendering = Fazendo o clipe… cerca de { $seconds } s
status-sending = Enviando o clipe…
clip-unsure = Enviei o clipe, mas a conexão caiu antes de eu saber se ele chegou. Se ele não estiver aqui, envie a foto mais uma vez, por favor.

## O clipe

caption = { $gesture }
caption-face = Rosto { $face } de { $faces } · { $gesture }
caption-everyone = Todos · { $gesture }
caption-some =
    Em movimento: { $moving } de { $faces } rostos. { $why ->
        [many] Só estes, os maiores, podem se mover ao mesmo tempo.
       *[cannot] Os outros são pequenos demais ou estão virados demais.
    }
caption-level = { $caption } · { $level ->
        [1] muito suave
        [2] suave
        [4] forte
       *[5] muito forte
    }
faces-strip = Encontrei { $faces } rostos, numerados da esquerda para a direita, e começo pelo número { $first }. Para ver outro, toque no número dele.
choose-face = Escolha um rosto
choose-gesture = Escolha um gesto
list-face = Rosto { $face }
list-faces = Quem é quem?
clip-alt = Foto com movimento artificial: { $caption }
button-everyone = Todos
button-whole-photo = Foto inteira
button-close-up = De perto
button-original = Sem retoque
button-enhanced = Mais nítida
button-stronger = Mais forte
button-gentler = Mais suave
button-file = Salvar arquivo
    .discord = Salvar como vídeo
button-save = Salvar como…
button-save-file = Arquivo
button-save-gif = GIF
button-save-sticker = Figurinha
button-save-round = Vídeo redondo
button-save-live = Live Photo
button-share = Compartilhar
button-delete = Apagar
button-delete-yes = Sim, apagar
button-delete-no = Manter
button-delete-reported = Apagar este clipe
button-try = Testar esta foto
button-take-down = Sou eu: remover
button-take-down-yes = Sim, remover
button-restore = Permitir de novo
button-more = Mais…
button-faces = Rostos
button-other = ⋯
button-back = ‹ Voltar
button-report = Denunciar
button-cancel = Cancelar

## Os gestos, como os chamam botões e menus; “.caption” é o que se lê embaixo do clipe

gesture-nostalgia = Ganhar vida
    .caption = Com vida
gesture-smile = Sorrir
    .caption = Um sorriso
gesture-laugh = Rir
    .caption = Uma risada
gesture-blink = Piscar
    .caption = Um piscar de olhos
gesture-wink = Piscar um olho
    .caption = Uma piscadela
gesture-look = Olhar em volta
    .caption = Um olhar em volta
gesture-turn = Virar a cabeça
    .caption = A cabeça que se vira
gesture-tilt = Inclinar a cabeça
    .caption = A cabeça inclinada
gesture-nod = Assentir
    .caption = Um sim com a cabeça
gesture-shake = Balançar a cabeça
    .caption = Um não com a cabeça
gesture-surprise = Erguer sobrancelhas
    .caption = Sobrancelhas erguidas
gesture-kiss = Mandar um beijo
    .caption = Um beijo
gesture-sigh = Suspirar
    .caption = Um suspiro
gesture-asleep = Cochilar
    .caption = Um cochilo
gesture-drift = Zoom lento
    .caption = Um zoom lento

## Respostas aos botões

press-on-it = Já estou fazendo.
press-already = Este já está sendo feito.
press-gone = Esta foto já foi apagada. Para fazer outro clipe, envie-a de novo, por favor.
press-strange = Este botão não funciona mais. Envie a foto de novo, por favor.
press-delete-ask = Apagar a foto e todos os clipes dela?
press-not-yours = Só quem enviou a foto pode apagá-la.
press-take-down-ask = Se você está nesta imagem, ela é removida deste chat na hora. Quem a enviou e o responsável são avisados, mas não ficam sabendo quem você é.
press-taken-down = Foi removida. Obrigado por avisar.
press-take-down-enough = Você já pediu para remover várias imagens aqui hoje. Para mais, escreva por favor ao responsável; /privacy diz como.
press-is-down = Alguém que está nesta imagem não quer que ela apareça aqui. Se você a enviou e acha que é um engano, escreva por favor ao responsável: /privacy
press-restored = Ela pode ser mostrada de novo.
press-shown = É este que se vê aqui.
press-cancelled = Cancelado.
press-cancel-not-yours = Só quem pediu pode cancelar.
press-cancel-late = Não há mais nada a cancelar.

## Respostas ao que as pessoas escrevem

wish-unclear = Não entendi bem. Você pode pedir um destes gestos: { $gestures }. Ou diga “todos”, “mais suave”, “mais forte” ou o número de um rosto.
wish-welcome = Por nada.

## Respostas ao que não é possível

refused-user-full = Vários clipes seus já estão esperando. Envie a próxima foto quando um deles tiver chegado, por favor.
refused-chat-full = Já há muitos clipes esperando neste chat. Tente de novo { $minutes ->
        [one] em { $minutes } minuto, por favor.
       *[other] em { $minutes } minutos, por favor.
    }
refused-line-full = Agora há muito trabalho. Tente de novo { $minutes ->
        [one] em cerca de { $minutes } minuto, por favor.
       *[other] em cerca de { $minutes } minutos, por favor.
    }
refused-quota = Você já recebeu todos os clipes que uma pessoa pode ter em uma hora. Tente de novo { $minutes ->
        [one] em { $minutes } minuto, por favor.
       *[other] em { $minutes } minutos, por favor.
    }
refused-no-room = Agora não há espaço para nada novo. O espaço surge à medida que as fotos mais antigas são apagadas; tente de novo em algumas horas, por favor.
refused-share = Você já tem aqui todas as fotos que uma pessoa pode ter ao mesmo tempo. Apague uma de que não precise mais, ou espere que as mais antigas sejam apagadas sozinhas, por favor.
refused-connection = Chegaram muitas fotos da sua conexão ultimamente. Tente de novo { $minutes ->
        [one] em { $minutes } minuto, por favor.
       *[other] em { $minutes } minutos, por favor.
    }
album-rest =
    { $left ->
        [one] Ficou { $left } foto do álbum de fora,
       *[other] Ficaram { $left } fotos do álbum de fora,
    } porque só aceito algumas de cada vez. Envie o resto quando estes clipes tiverem chegado, por favor.
animate-what = Responda a uma foto com /animate, e o rosto ganhará vida.
    .discord = Escolha uma foto com /animate, ou mantenha pressionada (clique direito) uma mensagem que tenha uma e escolha Aplicativos > Animar.
animate-send = Basta me enviar uma foto, e o rosto ganhará vida.
file-what = Responda a um dos meus clipes com /file, e eu o envio como arquivo. A foto dele ainda precisa estar guardada aqui.
no-files-here = Não tenho permissão para enviar arquivos aqui, por isso não posso enviar o clipe. Um administrador do servidor pode me permitir anexar arquivos. Ou envie a foto por mensagem direta.
save-refused = Este chat não permite isso. “Arquivo”, em “Salvar como…”, deve funcionar aqui.
save-failed = Não deu certo, sinto muito. Tente de novo um pouco mais tarde, por favor.
answer-here = Não consegui responder no canal em que você pediu, por isso respondo aqui.
pick-picture = Qual das imagens?
pick-number = Imagem { $number }
inline-start = Primeiro me envie uma foto
guest-begin = Para trazer o clipe para cá, você precisa ter escrito para mim uma vez. Abra { $link }, por favor, e peça aqui de novo.
other-text = Eu trabalho com fotos. Envie uma em que apareça um rosto, por favor. Saiba mais: /help
other-sticker = Não consigo usar figurinhas. Envie uma foto em que apareça um rosto, por favor.
other-video = Eu dou vida a fotos, não a vídeos. Envie uma única imagem dele, como foto, por favor. Ou responda a um clipe com ele: o rosto faz então o movimento do vídeo.
other-sound = Posso fazer um rosto se mover com isto. Envie-me primeiro uma foto e depois responda ao clipe dela com a música ou a mensagem de voz.
other-file = Este arquivo não é uma imagem que eu possa usar. Envie uma foto (JPEG, PNG ou WebP), por favor.
other-something = Não consigo usar isso. Envie uma foto em que apareça um rosto, por favor.
not-allowed = Este bot atende só os chats de quem o mantém. O ID deste chat é { $chat }, caso você queira pedir acesso.
    .web = Esta página atende só as pessoas que o responsável admitiu. Seu ID aqui é { $chat }, caso você queira pedir acesso.
fetch-failed = Não consegui baixar sua foto. Envie-a mais uma vez, por favor.
movement-first = O rosto da foto vai fazer o movimento do seu vídeo. O vídeo só é medido e logo apagado; o som não é lido. Os lábios não seguem a fala: não se põem palavras na boca de ninguém.
movement-not-fetched = Não consegui baixar seu vídeo. Envie-o mais uma vez, por favor.
movement-title = Movimento filmado
movement-number = Movimento { $number }
movement-kept = Guardado como “{ $title }”. Está em Mais. Responda a este clipe com /movement e um nome para chamá-lo de outro jeito.
    .discord = Guardado como “{ $title }”. Em mensagens diretas ele está entre os gestos de cada clipe.
movement-named = Este movimento agora se chama “{ $title }”. Está em Mais.
movement-dropped = Este movimento foi apagado.
movement-gone = Este movimento não está mais guardado. Envie o vídeo mais uma vez, por favor.
    .web = Este movimento não está mais guardado. Filme-o mais uma vez, por favor.
movement-not-yours = Só quem enviou o vídeo pode guardar o movimento dele.
movement-full = Você já guarda { $limit } movimentos. Apague um antes: faça um clipe com ele e depois Mais > Apagar movimento.
    .discord = Você já guarda { $limit } movimentos. Em uma mensagem direta, faça um clipe com um deles e apague-o em ⋯.
    .web = Você já guarda { $limit } movimentos. Apague um deles antes, em “Mexa-se como eu”.
movement-how = Responda a um clipe ou a uma foto com um vídeo, um vídeo redondo ou um GIF de um rosto: o rosto da foto faz esse movimento. Responda ao clipe com /movement e um nome, como “/movement meu aceno”, e você o terá para todas as fotos.
    .discord = Use /animate com uma foto e, como movimento, um vídeo ou GIF de um rosto: o rosto da foto faz esse movimento. Ou mantenha pressionada (clique direito) uma mensagem com um vídeo e escolha Aplicativos > Usar como movimento: o último clipe daqui o faz.
button-keep-movement = Guardar movimento
button-drop-movement = Apagar movimento
song-first = O rosto da foto vai se mover com a sua música: cabeça, sobrancelhas e olhos no ritmo, com os lábios fechados. Alguns compassos são ouvidos no clipe e ficam guardados com ele; o arquivo é apagado na hora.
song-not-fetched = Não consegui baixar sua música. Envie-a mais uma vez, por favor.
song-title = Com a música
song-caption = No ritmo da sua música (o som é seu, o movimento é artificial)
forget-done =
    { $photos ->
        [0] Não resta nada seu aqui: nenhuma foto, nenhum clipe.
        [one] Apagado: { $photos } foto sua, todos os clipes feitos com ela e tudo o que estava anotado sobre você.
       *[other] Apagado: { $photos } fotos suas, todos os clipes feitos com elas e tudo o que estava anotado sobre você.
    }
forget-also =
    { $left ->
        [one] { $left } mensagem minha continua no chat:
       *[other] { $left } mensagens minhas continuam nos chats:
    } o Telegram só deixa os bots apagarem o que tem menos de dois dias, e só onde ainda são membros. Apague você mesmo, por favor: mantenha a mensagem pressionada e escolha Apagar. Em um grupo, um administrador pode fazer isso.
    .discord =
        { $left ->
            [one] { $left } mensagem minha continua no canal:
           *[other] { $left } mensagens minhas continuam nos canais:
        } ali não posso apagar mais nada. Apague você mesmo, por favor, ou peça a um moderador.
forget-later = Agora não consigo apagar tudo. Continuo tentando e aviso você aqui quando estiver feito.
deleted = Apagado: a foto e todos os clipes feitos com ela.
deleted-clip = Apagado: este clipe.
verify-how = Responda a um clipe ou a uma imagem com /verify, e eu vejo se foi feito com o Keepsake. Nada disso fica guardado.
    .discord = Para saber se um clipe foi feito com o Keepsake, pressione a mensagem dele (clique direito) e escolha Aplicativos > Do Keepsake?, ou envie-o com /verify. Nada disso fica guardado.
verify-found = Isto foi feito com o Keepsake. O movimento é artificial: um programa o criou a partir de uma foto parada. O que se vê mexer nunca aconteceu.
verify-not-found = Não encontrei nenhuma marca do Keepsake. Isso não prova nada: marcas podem se perder ou ser apagadas, e outros programas não deixam nenhuma.
verify-unreadable = Não consegui ler isto como imagem nem como vídeo, então não sei dizer.
verify-too-large = Não consegui buscar este arquivo: ele é grande demais para mim ou não está mais lá.
verify-failed = Algo deu errado enquanto eu olhava. Sinto muito; tente de novo um pouco mais tarde, por favor.
report-thanks = Obrigado. O responsável por este bot foi avisado e pode ver e apagar o clipe.
    .web = Obrigado. O responsável por esta página foi avisado e pode ver e apagar o clipe.
report-contact = Obrigado. Sua denúncia está anotada. Escreva também ao responsável por este bot, por favor: { $contact }
    .web = Obrigado. Sua denúncia está anotada. Escreva também ao responsável por esta página, por favor: { $contact }
report-noted = Obrigado. Sua denúncia está anotada para o responsável por este bot.
    .web = Obrigado. Sua denúncia está anotada para o responsável por esta página.
report-again = Obrigado. Você já denunciou este clipe, e a denúncia está anotada.
report-enough = Obrigado. Houve muitas denúncias em uma hora, e esta não pôde ser aceita. Tente de novo { $minutes ->
        [one] em { $minutes } minuto, por favor.
       *[other] em { $minutes } minutos, por favor.
    }
report-how = Para denunciar um clipe, responda a ele com /report. Privacidade: /privacy
    .discord = Para denunciar um clipe, mantenha pressionada (clique direito) a mensagem dele e escolha Aplicativos > Denunciar clipe. Privacidade: /privacy
    .web = Para denunciar um clipe, escolha “Denunciar este clipe” embaixo dele. O que acontece com as fotos aqui: /privacy
report-operator = Alguém denunciou um clipe. Chat { $chat }, mensagem { $message }, foto { $photo }.
report-operator-unknown = Alguém enviou uma denúncia sem clipe. Chat { $chat }, mensagem { $message }.
take-down-operator = Alguém diz que está em uma imagem, e os clipes dela foram removidos do chat. Chat { $chat }, foto { $photo }. Se quem a enviou discordar, você pode permiti-la de novo.
take-down-sender = Alguém que está em uma foto que você enviou não quer que ela apareça naquele chat, por isso removi dali os clipes dela. Na sua foto em si eu não mexi. Se você acha que é um engano, escreva por favor ao responsável, que pode permiti-la de novo.

## O que há de errado com uma foto, e o que fazer

error-notAnImage = Este arquivo não é uma imagem. Envie uma foto (JPEG, PNG ou WebP), por favor.
error-unsupportedFormat = Este tipo de imagem não pode ser lido aqui. Envie como JPEG ou PNG, por favor.
error-fileTooLarge = Este arquivo passa de 20 MB. Envie como foto e não como arquivo, ou reduza o tamanho, por favor.
    .discord = Este arquivo passa de 20 MB. Reduza o tamanho, por favor.
    .web = { error-fileTooLarge.discord }
error-tooManyPixels = Esta imagem tem pixels demais. Envie como foto e não como arquivo, por favor.
    .discord = Esta imagem tem pixels demais. Reduza o tamanho, por favor.
    .web = { error-tooManyPixels.discord }
error-sideTooLong = Esta imagem é comprida ou larga demais. Recorte a parte com o rosto e envie essa parte, por favor.
error-tooSlowToRead = A leitura desta imagem demorou demais. Envie como um JPEG comum, ou reduza o tamanho, por favor.
error-damaged = Esta imagem está danificada, e não resta nela um rosto inteiro. Se você tiver o original, envie-o, por favor.
error-noFace = Parece que não há nenhum rosto nesta foto. Muitas vezes ajuda recortá-la mais perto da pessoa; envie assim, por favor.
    .web = Nenhum rosto foi encontrado nesta foto. Se houver um, desenhe uma moldura em volta dele, e ele será procurado ali.
error-noSuchFace = Não há nenhum rosto com esse número nesta foto. Escolha um dos números embaixo do clipe, por favor.
error-faceTooSmall = O rosto é pequeno demais nesta foto para se mover bem. Envie um recorte mais próximo ou uma digitalização maior, como arquivo se puder.
    .discord = O rosto é pequeno demais nesta foto para se mover bem. Envie um recorte mais próximo ou uma digitalização maior, por favor.
    .web = O rosto está muito pequeno nesta foto. Desenhe uma moldura em volta dele para tentar mesmo assim, ou use um recorte mais próximo ou uma digitalização maior.
error-faceTurnedAway = Este rosto está virado demais para o lado para se mover bem. Escolha outro rosto ou outra foto, por favor.
error-noSuchGesture = Este gesto não existe aqui. Escolha um dos que estão embaixo do clipe, por favor.
error-gestureDoesNotSuit = Este gesto não combina com a posição deste rosto. Escolha outro embaixo do clipe, por favor.
error-clipTooLarge = O clipe ficou grande demais para ser enviado aqui. Escolha outro gesto, por favor.
error-cannotCutOut = Não consegui separar a pessoa do fundo desta foto, então não há figurinha.
error-tooMuchMemory = Esta imagem precisa de mais memória do que há para uma só. Salve como um JPEG comum ou reduza o tamanho, e envie de novo, por favor.
error-tooMuchTime = Abrir esta imagem demora demais. Salve como um JPEG comum ou reduza o tamanho, e envie de novo, por favor.
error-videoUnreadable = Isto não é um vídeo que se possa ler aqui. Envie um vídeo comum (MP4), por favor.
error-videoTooLarge = Este vídeo é grande demais. Bastam alguns segundos em 1080p, no máximo.
error-videoTooLong = Este vídeo dura mais de um minuto. Bastam alguns segundos.
error-videoTooShort = Este vídeo é curto demais: o rosto deve aparecer por pelo menos um segundo.
error-videoNoFace = Parece não haver nenhum rosto neste vídeo. O melhor é um só rosto, perto da câmera e com boa luz.
error-videoSeveralFaces = Há vários rostos neste vídeo, e não está claro de quem é o movimento. Filme uma pessoa só, por favor.
error-videoFaceLost = Neste vídeo o rosto é coberto ou cortado a toda hora. Filme-o por alguns segundos sem interrupção, por favor.
error-videoStill = O rosto deste vídeo quase não se mexe. Filme um aceno de cabeça, uma piscadela, um sorriso ou um olhar em volta.
error-soundUnreadable = Aqui não há som que se possa ler. Envie uma música ou uma mensagem de voz comum (MP3, M4A ou OGG), por favor.
error-soundTooLarge = Este som é grande demais. Basta um minuto da música.
error-soundTooLong = Este som dura mais de vinte minutos. Basta uma música, ou um minuto dela.
error-soundTooShort = Este som é curto demais: são necessários uns dez segundos com ritmo.
error-soundNoBeat = Não ouço um ritmo constante aqui. O melhor é uma música que dê para acompanhar com palmas.
error-bug = Algo deu errado aqui. Sinto muito. Envie a foto de novo um pouco mais tarde, por favor; /report avisa o responsável.
    .discord = Algo deu errado aqui. Sinto muito. Envie a foto de novo um pouco mais tarde, por favor.
    .web = Algo deu errado aqui. Tente de novo um pouco mais tarde, por favor.

## Como o bot se descreve

command-start = Como funciona
command-help = O que eu posso fazer
command-animate = Em resposta a uma foto: dar vida ao rosto
    .discord = Dar vida ao rosto de uma foto
command-file = Em resposta a um clipe: enviá-lo como arquivo
command-privacy = O que fica guardado, e por quanto tempo
command-forget = Apagar agora tudo o que é meu
command-verify = Em resposta a um clipe: foi feito com o Keepsake?
    .discord = Foi feito com o Keepsake?
command-movement = Em resposta a um clipe: guardar o movimento dele
command-report = Denunciar um clipe ao responsável
    .discord = Como denunciar um clipe ao responsável
bot-short-description = Dá vida, com delicadeza, aos rostos das fotos antigas.
bot-description = Envie a foto de alguém querido e receba um clipe curto em que o rosto ganha vida: um olhar em volta, um piscar de olhos, um esboço de sorriso. O movimento é feito por computador e nunca aconteceu; uma pequena marca “AI” diz isso em cada clipe. Fotos e clipes são apagados depois de um tempo; /privacy diz quando.

## Nomes nos menus do Discord: uma palavra em minúsculas para cada comando ou opção

name-animate = animar
name-help = ajuda
name-privacy = privacidade
name-forget = esquecer
name-verify = verificar
name-report = denunciar
menu-animate = Animar
menu-motion = Usar como movimento
menu-verify = Do Keepsake?
menu-report = Denunciar clipe
name-file = arquivo
option-file = A imagem ou o vídeo a examinar
name-photo = foto
option-photo = A imagem com o rosto
name-motion = movimento
name-music = música
option-motion = Um vídeo ou GIF de um rosto cujo movimento é feito
option-music = Uma música ou mensagem de voz em cujo ritmo o rosto se move
name-gesture = gesto
option-gesture = O que o rosto deve fazer
name-face = rosto
option-face = O número do rosto, da esquerda para a direita
name-everyone = todos
option-everyone = Todos na foto se movem
name-framing = enquadramento
option-framing = Quanto da foto aparece
name-strength = intensidade
option-strength = Com que intensidade o rosto se move
strength-level =
    { $level ->
        [1] Muito suave
        [2] Suave
        [3] Normal
        [4] Forte
       *[5] Muito forte
    }

## Na página do navegador

page-lead = Escolha a foto de alguém querido e veja o rosto ganhar vida com delicadeza.
page-private = As fotos ficam no computador em que o Keepsake roda e são apagadas depois de um tempo.
page-choose = Escolher uma foto
page-camera = Tirar uma foto
page-add = Nova foto
page-try = Experimentar com esta foto
page-example = Exemplo: uma foto antiga que ganha vida com delicadeza
page-hint = Você também pode arrastar uma foto até aqui ou colá-la.
page-drop = Solte para adicionar
page-sending = Enviando sua foto…
page-waiting = Aguardando envio
page-again = Tentar de novo
page-remove = Remover
page-close = Fechar
page-history = Fotos e clipes
page-photo = Sua foto
page-clips = Clipes desta foto
page-face = Rosto
page-tap-face = Quem vai se mexer?
page-faces = Rostos
page-gestures = Gestos
page-more = Mais
page-strength = Movimento
page-actions = Mais opções do clipe
page-before = Segure para ver a foto
page-progress = Andamento do clipe
page-heard-start = O clipe está sendo feito.
page-heard-half = Já está na metade.
page-heard-ready = Pronto:
page-play = Reproduzir
page-pause = Pausar
page-download = Baixar
page-copy = Copiar imagem parada
page-copied = Copiada: a imagem que o clipe mostrava naquele momento.
page-copy-failed = O navegador não permitiu. Baixe o clipe, por favor.
page-report = Denunciar este clipe
page-menu = Menu
page-help = Como funciona
page-privacy = Privacidade
page-forget = Apagar tudo
page-forget-ask = Apagar todas as suas fotos, todos os clipes feitos com elas, seu álbum e tudo o que há nesta página?
page-forget-yes = Sim, apagar tudo
page-cancel = Manter
page-offline = A conexão caiu. Tentando de novo…
page-away = Não dá para acessar o Keepsake agora. Tentando de novo…
page-too-large-for-way = No caminho até o Keepsake não passam arquivos deste tamanho. Use uma imagem menor.
page-draw = Marcar o rosto
page-draw-hint = Desenhe uma moldura em volta do rosto.
page-draw-keys = As setas a movem; com Shift, mudam o tamanho.
page-draw-use = Procurar aqui
page-moment = Escolha um momento do vídeo
page-moment-use = Usar este momento
page-no-video = Este navegador não consegue mostrar o vídeo. Use uma única imagem dele.
page-move = Mexa-se como eu
page-film = Filmar um movimento
page-film-choose = Escolher um vídeo
page-film-how = O rosto da foto faz o seu movimento: um aceno de cabeça, uma piscadela, um sorriso, um olhar em volta. Os lábios não seguem a fala.
page-film-privacy = O seu vídeo, seis segundos da câmera ou no máximo um minuto de um arquivo, só é medido na máquina em que o Keepsake roda e logo apagado. O som não é gravado nem lido. Fica o movimento, em números. Enquanto a câmera está ligada, a cada segundo vai para lá uma imagem pequena, para ver se o seu rosto está nela; nenhuma é guardada.
page-film-opening = Permita o uso da câmera, por favor…
page-film-picture = O que a câmera vê
page-film-begin = Começar
page-film-back = Voltar
page-film-look = Olhe para a câmera, com o rosto no oval.
page-film-nobody = Ainda não se vê nenhum rosto. Olhe para a câmera, onde houver luz.
page-film-far = Chegue um pouco mais perto.
page-film-several = Há vários rostos à vista. Deve haver só um.
page-film-good = O seu rosto está bem visível.
page-film-calm = Espere um momento sem se mexer, com o rosto calmo…
page-film-now = Agora: acene com a cabeça, sorria, dê uma piscadela, olhe em volta
page-film-sending = O seu vídeo está sendo enviado…
page-film-measuring = Medindo o seu movimento… uns 15 segundos.
page-film-denied = O navegador não deixa esta página usar a câmera. Você pode permitir no símbolo ao lado do endereço, ou escolher um vídeo.
page-film-none = Nenhuma câmera foi encontrada aqui. Você pode escolher um vídeo.
page-film-busy = A câmera não responde; talvez outro programa a esteja usando. Tente de novo ou escolha um vídeo.
page-film-insecure = Os navegadores só dão a câmera a uma página por https, e esta foi aberta sem ele. Você pode escolher um vídeo.
page-film-unable = Este navegador não consegue filmar em uma página. Você pode escolher um vídeo.
page-film-too-large-for-way = Algo no caminho até o Keepsake não aceita arquivos deste tamanho. Escolha um vídeo mais curto.
page-movements = Os seus movimentos
page-movement-name = Como se chama este movimento?
page-movement-example = Meu aceno
page-movement-kept = Guardado. Você o encontra entre os gestos, para todas as fotos.
page-too-many = Pedidos demais. Espere um minuto, por favor.
page-invitation = Esta página é para convidados. Abra o link que você recebeu ou digite o código.
page-keep = Guardar
page-goes = Será apagado
page-album = Álbum
page-album-empty = Ainda não há nada aqui. Toque no coração embaixo de um clipe, e ele fica aqui.
page-album-full = Seu álbum está cheio. Tire antes um clipe dele, por favor.
page-photos = Fotos
page-name = Nome
page-years = Anos
page-let-go = Tirar do álbum
page-let-go-ask = Tirar este clipe do álbum? Ele é apagado, junto com os filmes em que aparece.
page-let-go-yes = Sim, tirar
page-save-as = Salvar como
page-still = Imagem parada
page-previous = Clipe anterior
page-next = Próximo clipe
page-frame = Porta-retrato
page-frame-empty = O porta-retrato ainda está vazio. O que você guardar com o coração aparece aqui.
page-frame-dark = Este navegador pode deixar a tela apagar. Ajuste o aparelho para que ela nunca apague, ou abra a página por https.
page-elsewhere = Em outra tela
page-elsewhere-how = Escaneie isto com o outro aparelho, ou abra lá o endereço. Vale uma vez, por dez minutos, e com ele o aparelho vê suas fotos e seu álbum, como este.
page-elsewhere-local = Outros aparelhos não alcançam esta página: ela só abre neste computador.
page-reel = Fazer um filme
page-reel-how = Toque nos clipes na ordem em que devem passar.
page-reel-make = Criar o filme
page-reel-working = O filme está sendo feito
page-reel-failed = Não foi possível fazer este filme. Tente mais uma vez, por favor.
page-reels = Filmes
page-earlier = Antes
page-later = Depois
page-leave-out = Deixar de fora
page-delete = Apagar
page-in-album = No seu álbum
page-saving = Seu arquivo está sendo feito…
page-code = Código
page-code-enter = Entrar
page-code-wrong = Este código não está certo, ou já foi usado.
page-verify = Isto foi feito com o Keepsake?
page-verify-lead = Escolha um clipe ou uma imagem, e eu procuro as marcas do Keepsake. Nada disso fica guardado.
page-verify-choose = Escolher um arquivo
page-verify-hint = Você também pode soltá-lo aqui ou colá-lo.
page-verify-drop = Solte para verificar
page-verify-looking = Procurando marcas… pode levar alguns segundos.
page-verify-found = Feito com o Keepsake
page-verify-not-found = Nenhuma marca encontrada
page-verify-unreadable = Não dá para ler
page-verify-picture = Uma marca invisível na imagem
page-verify-signature = Metadados assinados (Content Credentials)
page-verify-note = Uma nota no arquivo
page-verify-marks = Marcas encontradas
page-verify-software = O próprio arquivo diz que um programa o criou ou alterou.
page-verify-unreachable = Não dá para acessar o Keepsake agora. Tente de novo daqui a pouco, por favor.

## A página de estado, para o responsável

operator-title = Estado
operator-open = Abrir
operator-secret-wrong = Isto não é ADMIN_SECRET.
operator-later = Espere um minuto e tente de novo.
operator-platforms = Plataformas
operator-web = a página
operator-connected = conectado
operator-not-connected = sem conexão
operator-running-for = Em execução há
operator-starts = Inícios em 24 horas
operator-now = Agora
operator-in-work = Em andamento
operator-waiting = Na fila
operator-undelivered = Ainda não entregues
operator-longest = Maior espera
operator-usual = Um clipe costuma levar
operator-disk = No disco
operator-photos = Fotos
operator-clips = Clipes
operator-albums = Clipes em álbuns
operator-used = Usado
operator-may-be-used = No máximo
operator-no-limit = o quanto houver
operator-free = Livre
operator-next-deletion = Próxima exclusão
operator-nothing-kept = nada a apagar
operator-memory = Memória
operator-memory-chat = Processo do chat
operator-memory-render = Processos de renderização
operator-memory-free = Livre nesta máquina
operator-workers = Outras máquinas
operator-worker-usable = pronta
operator-worker-gone = já não dá sinal
operator-worker-leaving = a terminar
operator-worker-otherVersion = outra versão do Keepsake: não recebe nada
operator-worker-busy = Em curso
operator-worker-done = Feitos
operator-worker-failed = Falhados
operator-worker-heard = Último sinal
operator-redis = Redis no meio
operator-redis-well = responde
operator-redis-ill = não responde
operator-redis-memory = Memória do Redis
operator-no-workers = Ainda não chegou nenhuma.
operator-failures = Sem clipe, 24 horas
operator-refusals = Recusas por limites, 24 horas
operator-none = Nenhum.
operator-quota = Clipes de uma pessoa em uma hora
operator-userFull = Clipes na fila de uma pessoa
operator-chatFull = Clipes na fila de um chat
operator-lineFull = A fila inteira
operator-errors = Últimos erros
operator-no-errors = Nenhum desde o início.
operator-clips-per-hour = Clipes por hora
operator-quiet = Um dia calmo: ninguém pediu um clipe nas últimas 24 horas. Está tudo bem.
operator-without = sem clipe
operator-stages = Tempo por etapa, 24 horas
operator-half = metade em
operator-most = 19 de 20 em
operator-decode = Leitura da foto
operator-detect = Busca de rostos
operator-landmarks = Medição dos rostos
operator-enhance = Nitidez dos rostos
operator-rig = Preparação do movimento
operator-render = Desenho
operator-encode = Codificação
operator-total = No total
operator-invite = Convidar alguém
operator-invite-how = Para uma pessoa, uma vez, durante uma semana: escanear, abrir o link ou digitar o código.
operator-invite-local = Ninguém mais alcança esta página, portanto ninguém precisa de convite.
operator-new-invitation = Novo convite
operator-kind-notAnImage = Não é uma imagem
operator-kind-unsupportedFormat = Formato desconhecido
operator-kind-fileTooLarge = Arquivo grande demais
operator-kind-tooManyPixels = Pixels demais
operator-kind-sideTooLong = Imagem comprida demais
operator-kind-tooSlowToRead = Lenta demais para ler
operator-kind-damaged = Imagem danificada
operator-kind-noFace = Sem rosto
operator-kind-noSuchFace = Esse rosto não existe
operator-kind-faceTooSmall = Rosto pequeno demais
operator-kind-faceTurnedAway = Rosto virado
operator-kind-noSuchGesture = Esse gesto não existe
operator-kind-gestureDoesNotSuit = O gesto não combina
operator-kind-clipTooLarge = Clipe grande demais
operator-kind-cannotCutOut = Não deu para recortar
operator-kind-tooMuchMemory = Memória demais
operator-kind-tooMuchTime = Tempo demais
operator-kind-bug = Falha nossa (veja o log)
operator-kind-crash = O processo de renderização morreu
operator-kind-timeout = Demorou demais

## O que as pessoas escrevem para ter um clipe, em minúsculas e separado por vírgulas; os títulos dos gestos também são entendidos

words-nostalgia = anime, animar, anima, dar vida, dê vida, ganhe vida, que ganhe vida, nostalgia
words-smile = sorria, sorri, sorriam, que sorria, que sorriam, dar um sorriso, dê um sorriso, sorrindo, um sorriso
words-laugh = ria, ri, riam, que ria, que riam, dar risada, dê risada, dar uma risada, gargalhada, gargalhar
words-blink = pisque, pisca, pisquem, piscar os olhos, pisque os olhos, fechar os olhos, feche os olhos, fecha os olhos
words-wink = pisque um olho, pisca um olho, piscar o olho, pisque o olho, pisca o olho, dar uma piscadela, dê uma piscadela, dar uma piscadinha, piscadinha, piscadela
words-look = olhe em volta, olha em volta, olhe ao redor, olhar ao redor, olha ao redor, olhar para os lados, olhe para os lados, mexer os olhos, mexa os olhos, mova os olhos
words-turn = vire a cabeça, vira a cabeça, virar, girar a cabeça, gire a cabeça, mexer a cabeça, mexa a cabeça, mover a cabeça
words-tilt = incline a cabeça, inclina a cabeça, tombar a cabeça, tombe a cabeça
words-nod = assinta, assente, acenar com a cabeça, acene com a cabeça, dizer sim, diga sim, diga que sim, dizer que sim, faça que sim, fazer que sim
words-shake = balance a cabeça, balança a cabeça, dizer não, diga não, diga que não, dizer que não, faça que não, fazer que não, negar com a cabeça, negue com a cabeça, sacudir a cabeça
words-surprise = erguer as sobrancelhas, erga as sobrancelhas, ergue as sobrancelhas, levantar as sobrancelhas, levante as sobrancelhas, levanta as sobrancelhas, levantar sobrancelhas, cara de surpresa, surpresa, sobrancelhas
words-kiss = mande um beijo, manda um beijo, jogar um beijo, jogue um beijo, dar um beijo, dê um beijo, beijo, um beijo, beijar
words-sigh = suspire, suspira, suspirem, um suspiro, dar um suspiro, respirar, respire, respire fundo, respirar fundo
words-asleep = cochile, cochila, tirar um cochilo, tire um cochilo, dormir, durma, dorme, adormecer, adormeça
words-drift = um zoom lento, zoom, mova a câmera, mover a câmera, mexe a câmera, movimento de câmera
words-everyone = todas, todo mundo, todos juntos, todos os rostos, os dois, as duas, ambos, a família toda, a família inteira, toda a família
words-whole-photo = a foto inteira, foto completa, a foto completa, foto toda, a foto toda, toda a foto, imagem inteira
words-close-up = mais perto, só o rosto, apenas o rosto, retrato, aproximar
words-original = original, o original, sem retoques, sem melhorar
words-enhanced = nítida, mais nítido, melhorada, melhorar
words-gentle = suave, suavemente, leve, levemente, de leve, delicado, delicada, pequeno
words-gentler = mais suavemente, mais leve, menos, menos forte, mais fraco, forte demais, muito forte demais, não tão forte, mais calmo, mais delicado
words-strong = forte, fortemente, grande, bastante, largo
words-stronger = mais fortemente, mais movimento, um pouco mais, bem mais, fraco demais, suave demais, maior
words-very = muito, bem
words-ask = faça, faz, faça com que, faz com que, fazer, fazer com que, quero, quero que, queria, queria que, gostaria, gostaria que, gostaria de ver, quero ver, queria ver, pode fazer, você pode fazer, poderia fazer, dá para fazer, deixe, deixa, mostre, mostra, tente, ponha, bota, coloca, que
words-filler = por favor, pfv, agora, um pouco, um pouquinho, e, depois, mas, com, rosto, rostos, número, o número, pessoa, ok, oi, olá, então
words-whom = ela, ele, dela, dele, elas, eles, a, o, as, os, ao, à, lhe, minha, meu, nossa, sua, seu, de, da, do, em, se, me, mim, esta, este, essa, esse, mulher, homem, menina, menino, senhora, senhor, mãe, pai, mamãe, papai, avó, avô, vovó, vovô, vó, vô, irmã, irmão, tia, tio, foto, de novo, outra vez, também
words-not = não, nunca, sem, nem, jamais, sorriu, sorriam muito, riu, rio, beijou, beijos, seu sorriso, teu sorriso, o sorriso dela, o sorriso dele, que sorriso, lindo sorriso, belo sorriso, me faz, nos faz, rua, ruim, roda, todo
words-remark = um sorriso, sorrindo, um beijo, beijo, beijar, uma risada, gargalhada, um suspiro, um cochilo, com vida, um piscar de olhos, uma piscadela, piscadela, piscadinha, um olhar em volta, original, o original, retrato, surpresa, dormir, dorme, todo mundo, os dois, as duas, ambos, toda a família, a família toda, a família inteira, maior, respirar, respire, ri, sorri, pisca
words-thanks = obrigado, obrigada, muito obrigado, muito obrigada, brigado, brigada, valeu, agradeço
