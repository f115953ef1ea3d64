/** What the assistant says when it is not asked about the pages. Warm, plain, and never as a human. */
import type { CarefulTopic, ConversationTopic } from "./route.ts";

export interface ConversationPhrases {
  replies: Record<ConversationTopic, string>;
  careful: Record<CarefulTopic, string>;
  /** No page is about this. */
  offTopic: string;
  /** "I am NAME, …" instead of "I am the assistant of this site"; `{name}` is the name. */
  identityWithName: string;
  /** Where there is a way to a person; `{contact}` is that. */
  personWithContact: string;
  /** Before a list of questions. */
  suggestions: string;
}

export const CONVERSATION_PHRASES: Record<string, ConversationPhrases> = {
  en: {
    replies: {
      "greeting": "Hello. What would you like to know? I look it up in this site's pages and quote them.",
      "how-are-you": "I'm a program, so I'm always fine; thank you for asking. What can I look up for you?",
      "thanks": "You're welcome. Ask away if there is anything else.",
      "goodbye": "Goodbye, and thank you for the visit. I'm here when you need me.",
      "identity":
        "I'm this site's assistant: a program, not a person. I answer by quoting the site's own pages, with links to check.",
      "capabilities":
        "I find answers in this site's pages and quote them, with links to check. Ask me about anything that the site covers, in your own words.",
      "compliment": "Thank you, that's good to hear. Ask away if there is anything else.",
      "complaint":
        "I'm sorry that this didn't help. I can only quote this site's pages. Other words may find a better one: what exactly are you looking for?",
      "acknowledgement": "All right. Is there anything else that I can look up for you?",
      "chitchat":
        "I'm better at looking things up than at small talk: I'm a program that quotes this site's pages.",
      "person":
        "I'm a program and can't put you through to a person, call anybody, or change an order. No way to a person is set up here; the site's pages may name one.",
      "task": "I can't do that: I only look things up in this site's pages and quote them.",
      "unclear": "I couldn't read a question in that. What would you like to know about this site?",
    },
    careful: {
      "self-harm":
        "I'm sorry that you feel this way. You don't have to go through this alone. I'm only a program, so please talk to a person now: someone you trust, a doctor, or a crisis line in your country. If you are in immediate danger, call your local emergency number.",
      "violence":
        "I can't help with that. If someone is in danger, please call your local emergency number. If you are afraid of hurting someone, a doctor or a crisis line in your country can help.",
      "abuse":
        "I understand that you're annoyed. I'm a program and can only quote this site's pages. If there is something that I can look up, I'm happy to try.",
    },
    offTopic: "That is outside what I can help with: I only know this site's own pages.",
    personWithContact: "A person can help you there, which I, as a program, can't: {contact}",
    identityWithName:
      "I'm {name}, this site's assistant: a program, not a person. I answer by quoting the site's own pages, with links to check.",
    suggestions: "You could ask:",
  },
  de: {
    replies: {
      "greeting": "Hallo. Was möchten Sie wissen? Ich suche auf den Seiten dieser Website und zitiere sie.",
      "how-are-you":
        "Ich bin ein Programm, mir geht es also immer gut. Danke der Nachfrage. Was kann ich für Sie nachsehen?",
      "thanks": "Gern geschehen. Fragen Sie einfach, wenn noch etwas ist.",
      "goodbye": "Auf Wiedersehen und danke für den Besuch. Ich bin da, wenn Sie mich brauchen.",
      "identity":
        "Ich bin der Assistent dieser Website: ein Programm, kein Mensch. Ich antworte mit Zitaten aus den Seiten der Website, mit Links zum Nachprüfen.",
      "capabilities":
        "Ich finde Antworten auf den Seiten dieser Website und zitiere sie, mit Links zum Nachprüfen. Fragen Sie in eigenen Worten nach allem, worum es hier geht.",
      "compliment": "Danke, das freut mich. Fragen Sie einfach, wenn noch etwas ist.",
      "complaint":
        "Es tut mir leid, dass das nicht geholfen hat. Ich kann nur die Seiten dieser Website zitieren. Mit anderen Worten findet sich vielleicht Besseres: Was genau suchen Sie?",
      "acknowledgement": "In Ordnung. Kann ich noch etwas für Sie nachsehen?",
      "chitchat":
        "Nachschlagen kann ich besser als plaudern: Ich bin ein Programm, das die Seiten dieser Website zitiert.",
      "person":
        "Ich bin ein Programm und kann Sie nicht mit einem Menschen verbinden, niemanden anrufen und keine Bestellung ändern. Ein Weg zu einem Menschen ist hier nicht eingerichtet; vielleicht nennen ihn die Seiten dieser Website.",
      "task": "Das kann ich nicht: Ich suche nur auf den Seiten dieser Website und zitiere sie.",
      "unclear": "Darin konnte ich keine Frage erkennen. Was möchten Sie über diese Website wissen?",
    },
    careful: {
      "self-harm":
        "Es tut mir leid, dass es Ihnen so geht. Sie müssen da nicht allein durch. Ich bin nur ein Programm, bitte sprechen Sie jetzt mit einem Menschen: mit jemandem, dem Sie vertrauen, einer Ärztin oder einem Arzt oder einem Krisentelefon in Ihrem Land. Bei unmittelbarer Gefahr rufen Sie bitte den örtlichen Notruf an.",
      "violence":
        "Dabei kann ich nicht helfen. Ist jemand in Gefahr, rufen Sie bitte den örtlichen Notruf an. Wenn Sie fürchten, jemandem etwas anzutun, helfen Ihnen eine Ärztin, ein Arzt oder ein Krisentelefon in Ihrem Land.",
      "abuse":
        "Ich verstehe, dass Sie verärgert sind. Ich bin ein Programm und kann nur die Seiten dieser Website zitieren. Wenn ich etwas nachsehen kann, versuche ich es gern.",
    },
    offTopic: "Dabei kann ich leider nicht helfen: Ich kenne nur die Seiten dieser Website.",
    personWithContact: "Dabei kann Ihnen ein Mensch helfen, was ich als Programm nicht kann: {contact}",
    identityWithName:
      "Ich bin {name}, der Assistent dieser Website: ein Programm, kein Mensch. Ich antworte mit Zitaten aus den Seiten der Website, mit Links zum Nachprüfen.",
    suggestions: "Sie könnten zum Beispiel fragen:",
  },
  es: {
    replies: {
      "greeting": "Hola. ¿Qué quieres saber? Lo busco en las páginas de este sitio y las cito.",
      "how-are-you":
        "Soy un programa, así que siempre estoy bien; gracias por preguntar. ¿Qué puedo buscar por ti?",
      "thanks": "De nada. Pregunta si necesitas algo más.",
      "goodbye": "Hasta pronto y gracias por la visita. Aquí estoy cuando me necesites.",
      "identity":
        "Soy el asistente de este sitio: un programa, no una persona. Respondo citando las páginas del propio sitio, con enlaces para comprobarlo.",
      "capabilities":
        "Encuentro respuestas en las páginas de este sitio y las cito, con enlaces para comprobarlo. Pregunta con tus palabras por cualquier cosa que trate el sitio.",
      "compliment": "Gracias, me alegra saberlo. Pregunta si necesitas algo más.",
      "complaint":
        "Siento que no te haya servido. Solo puedo citar las páginas de este sitio. Con otras palabras quizá aparezca algo mejor: ¿qué buscas exactamente?",
      "acknowledgement": "De acuerdo. ¿Puedo buscar algo más por ti?",
      "chitchat": "Se me da mejor buscar que charlar: soy un programa que cita las páginas de este sitio.",
      "person":
        "Soy un programa y no puedo pasarte con una persona, llamar a nadie ni cambiar un pedido. Aquí no hay configurada ninguna forma de llegar a una persona; quizá la indiquen las páginas del sitio.",
      "task": "Eso no puedo hacerlo: solo busco en las páginas de este sitio y las cito.",
      "unclear": "No he sabido ver ninguna pregunta ahí. ¿Qué quieres saber de este sitio?",
    },
    careful: {
      "self-harm":
        "Siento mucho que te sientas así. No tienes que pasar por esto en soledad. Yo solo soy un programa; por favor, habla ahora con una persona: alguien de confianza, un médico o una línea de crisis de tu país. Si estás en peligro inmediato, llama al número de emergencias local.",
      "violence":
        "No puedo ayudar con eso. Si alguien está en peligro, llama al número de emergencias local. Si temes hacer daño a alguien, un médico o una línea de crisis de tu país puede ayudarte.",
      "abuse":
        "Entiendo tu enfado. Soy un programa y solo puedo citar las páginas de este sitio. Si hay algo que pueda buscar, lo intento con gusto.",
    },
    offTopic: "Con eso no puedo ayudar: solo conozco las páginas de este sitio.",
    personWithContact: "En eso puede ayudarte una persona, y yo, que soy un programa, no: {contact}",
    identityWithName:
      "Soy {name}, el asistente de este sitio: un programa, no una persona. Respondo citando las páginas del propio sitio, con enlaces para comprobarlo.",
    suggestions: "Puedes preguntar, por ejemplo:",
  },
  fr: {
    replies: {
      "greeting": "Bonjour. Que souhaitez-vous savoir ? Je cherche dans les pages de ce site et je les cite.",
      "how-are-you":
        "Je suis un programme, donc je vais toujours bien ; merci de demander. Que puis-je chercher pour vous ?",
      "thanks": "Avec plaisir. N'hésitez pas si vous avez une autre question.",
      "goodbye": "Au revoir et merci de votre visite. Je suis là quand vous en avez besoin.",
      "identity":
        "Je suis l'assistant de ce site : un programme, pas une personne. Je réponds en citant les pages du site, avec des liens pour vérifier.",
      "capabilities":
        "Je trouve des réponses dans les pages de ce site et je les cite, avec des liens pour vérifier. Posez vos questions, avec vos mots, sur tout ce dont parle le site.",
      "compliment": "Merci, cela fait plaisir. N'hésitez pas si vous avez une autre question.",
      "complaint":
        "Je suis désolé que cela n'ait pas aidé. Je ne peux que citer les pages de ce site. D'autres mots donneront peut-être mieux : que cherchez-vous exactement ?",
      "acknowledgement": "D'accord. Puis-je chercher autre chose pour vous ?",
      "chitchat": "Je sais mieux chercher que bavarder : je suis un programme qui cite les pages de ce site.",
      "person":
        "Je suis un programme : je ne peux ni vous passer une personne, ni appeler, ni modifier une commande. Aucun moyen de joindre une personne n'est configuré ici ; les pages du site en indiquent peut-être un.",
      "task": "Je ne peux pas le faire : je cherche seulement dans les pages de ce site et je les cite.",
      "unclear": "Je n'y ai pas vu de question. Que souhaitez-vous savoir sur ce site ?",
    },
    careful: {
      "self-harm":
        "Je suis désolé que vous vous sentiez ainsi. Vous n'avez pas à traverser cela en restant seul. Je ne suis qu'un programme : parlez maintenant à une personne, quelqu'un de confiance, un médecin ou une ligne d'écoute de votre pays. En cas de danger immédiat, appelez le numéro d'urgence local.",
      "violence":
        "Je ne peux pas aider à cela. Si quelqu'un est en danger, appelez le numéro d'urgence local. Si vous craignez de faire du mal à quelqu'un, un médecin ou une ligne d'écoute de votre pays peut vous aider.",
      "abuse":
        "Je comprends votre agacement. Je suis un programme et je ne peux que citer les pages de ce site. Si je peux chercher quelque chose, je le fais volontiers.",
    },
    offTopic: "Je ne peux pas vous aider sur ce point : je ne connais que les pages de ce site.",
    personWithContact:
      "Une personne peut vous aider sur ce point, ce que je ne peux pas, étant un programme : {contact}",
    identityWithName:
      "Je suis {name}, l'assistant de ce site : un programme, pas une personne. Je réponds en citant les pages du site, avec des liens pour vérifier.",
    suggestions: "Vous pourriez demander :",
  },
  it: {
    replies: {
      "greeting": "Ciao. Che cosa vuoi sapere? Lo cerco nelle pagine di questo sito e le cito.",
      "how-are-you":
        "Sono un programma, quindi sto sempre bene; grazie per averlo chiesto. Che cosa posso cercare per te?",
      "thanks": "Prego. Chiedi pure se ti serve altro.",
      "goodbye": "Arrivederci e grazie della visita. Sono qui quando ti serve.",
      "identity":
        "Sono l'assistente di questo sito: un programma, non una persona. Rispondo citando le pagine del sito, con i link per controllare.",
      "capabilities":
        "Trovo risposte nelle pagine di questo sito e le cito, con i link per controllare. Chiedi, con parole tue, di tutto ciò di cui parla il sito.",
      "compliment": "Grazie, mi fa piacere. Chiedi pure se ti serve altro.",
      "complaint":
        "Mi dispiace che non sia stato utile. Posso solo citare le pagine di questo sito. Con altre parole forse si trova di meglio: che cosa cerchi di preciso?",
      "acknowledgement": "Va bene. Posso cercare qualcos'altro per te?",
      "chitchat":
        "Sono più bravo a cercare che a chiacchierare: sono un programma che cita le pagine di questo sito.",
      "person":
        "Sono un programma e non posso metterti in contatto con una persona, telefonare o cambiare un ordine. Qui non è impostato alcun modo per raggiungere una persona; forse lo indicano le pagine del sito.",
      "task": "Questo non posso farlo: cerco soltanto nelle pagine di questo sito e le cito.",
      "unclear": "Non ci ho letto una domanda. Che cosa vuoi sapere di questo sito?",
    },
    careful: {
      "self-harm":
        "Mi dispiace che tu ti senta così. Non devi affrontarlo senza nessuno accanto. Io sono solo un programma: parla adesso con una persona, qualcuno di cui ti fidi, un medico o una linea di ascolto del tuo paese. Se sei in pericolo immediato, chiama il numero di emergenza locale.",
      "violence":
        "Non posso aiutare con questo. Se qualcuno è in pericolo, chiama il numero di emergenza locale. Se temi di fare del male a qualcuno, un medico o una linea di ascolto del tuo paese può aiutarti.",
      "abuse":
        "Capisco il fastidio. Sono un programma e posso solo citare le pagine di questo sito. Se c'è qualcosa che posso cercare, ci provo volentieri.",
    },
    offTopic: "Su questo non posso aiutare: conosco solo le pagine di questo sito.",
    personWithContact: "In questo può aiutarti una persona, e io, che sono un programma, no: {contact}",
    identityWithName:
      "Sono {name}, l'assistente di questo sito: un programma, non una persona. Rispondo citando le pagine del sito, con i link per controllare.",
    suggestions: "Potresti chiedere:",
  },
  pt: {
    replies: {
      "greeting": "Olá. O que gostaria de saber? Procuro nas páginas deste site e cito-as.",
      "how-are-you":
        "Sou um programa, por isso estou sempre bem; obrigado por perguntar. O que posso procurar para você?",
      "thanks": "De nada. Pergunte se precisar de mais alguma coisa.",
      "goodbye": "Até logo e obrigado pela visita. Estou aqui quando precisar.",
      "identity":
        "Sou o assistente deste site: um programa, não uma pessoa. Respondo citando as páginas do próprio site, com links para conferir.",
      "capabilities":
        "Encontro respostas nas páginas deste site e cito-as, com links para conferir. Pergunte, com as suas palavras, sobre tudo o que o site trata.",
      "compliment": "Obrigado, é bom saber. Pergunte se precisar de mais alguma coisa.",
      "complaint":
        "Lamento que isto não tenha ajudado. Só posso citar as páginas deste site. Com outras palavras talvez apareça algo melhor: o que procura exatamente?",
      "acknowledgement": "Certo. Posso procurar mais alguma coisa?",
      "chitchat": "Sou melhor a procurar do que a conversar: sou um programa que cita as páginas deste site.",
      "person":
        "Sou um programa e não posso passar a uma pessoa, telefonar nem alterar uma encomenda. Aqui não está configurada nenhuma forma de chegar a uma pessoa; talvez as páginas do site indiquem uma.",
      "task": "Isso não posso fazer: só procuro nas páginas deste site e cito-as.",
      "unclear": "Não encontrei uma pergunta aí. O que gostaria de saber sobre este site?",
    },
    careful: {
      "self-harm":
        "Lamento muito que se sinta assim. Não precisa de passar por isto sem ninguém. Sou apenas um programa; por favor, fale agora com uma pessoa: alguém de confiança, um médico ou uma linha de apoio do seu país. Se estiver em perigo imediato, ligue para o número de emergência local.",
      "violence":
        "Não posso ajudar com isso. Se alguém estiver em perigo, ligue para o número de emergência local. Se teme magoar alguém, um médico ou uma linha de apoio do seu país pode ajudar.",
      "abuse":
        "Entendo a sua irritação. Sou um programa e só posso citar as páginas deste site. Se houver algo que eu possa procurar, tento com gosto.",
    },
    offTopic: "Nisso não posso ajudar: só conheço as páginas deste site.",
    personWithContact: "Nisso pode ajudar uma pessoa, o que eu, como programa, não posso: {contact}",
    identityWithName:
      "Sou {name}, o assistente deste site: um programa, não uma pessoa. Respondo citando as páginas do próprio site, com links para conferir.",
    suggestions: "Pode perguntar, por exemplo:",
  },
  nl: {
    replies: {
      "greeting": "Hallo. Wat wil je weten? Ik zoek het op in de pagina's van deze site en citeer ze.",
      "how-are-you":
        "Ik ben een programma, dus met mij gaat het altijd goed; fijn dat je het vraagt. Wat kan ik voor je opzoeken?",
      "thanks": "Graag gedaan. Vraag gerust verder als er nog iets is.",
      "goodbye": "Tot ziens en bedankt voor je bezoek. Ik ben er als je me nodig hebt.",
      "identity":
        "Ik ben de assistent van deze site: een programma, geen mens. Ik antwoord door de pagina's van de site te citeren, met links om het na te gaan.",
      "capabilities":
        "Ik vind antwoorden in de pagina's van deze site en citeer ze, met links om het na te gaan. Vraag in je eigen woorden naar alles waar de site over gaat.",
      "compliment": "Dank je, fijn om te horen. Vraag gerust verder als er nog iets is.",
      "complaint":
        "Het spijt me dat dit niet hielp. Ik kan alleen de pagina's van deze site citeren. Met andere woorden vind ik misschien iets beters: wat zoek je precies?",
      "acknowledgement": "Goed. Kan ik nog iets voor je opzoeken?",
      "chitchat":
        "Opzoeken kan ik beter dan kletsen: ik ben een programma dat de pagina's van deze site citeert.",
      "person":
        "Ik ben een programma en kan je niet met een mens doorverbinden, niemand bellen en geen bestelling wijzigen. Hier is geen weg naar een mens ingesteld; misschien noemen de pagina's van de site er een.",
      "task": "Dat kan ik niet: ik zoek alleen in de pagina's van deze site en citeer ze.",
      "unclear": "Daar kon ik geen vraag in lezen. Wat wil je over deze site weten?",
    },
    careful: {
      "self-harm":
        "Wat naar dat je je zo voelt. Je hoeft dit niet alleen te dragen. Ik ben maar een programma: praat nu met een mens, iemand die je vertrouwt, een arts of een hulplijn in je land. Bel bij direct gevaar het lokale alarmnummer.",
      "violence":
        "Daarmee kan ik niet helpen. Bel het lokale alarmnummer als iemand in gevaar is. Ben je bang dat je iemand iets aandoet, dan kan een arts of een hulplijn in je land helpen.",
      "abuse":
        "Ik begrijp dat je geërgerd bent. Ik ben een programma en kan alleen de pagina's van deze site citeren. Als ik iets kan opzoeken, probeer ik het graag.",
    },
    offTopic: "Daar kan ik niet mee helpen: ik ken alleen de pagina's van deze site.",
    personWithContact: "Daarbij kan een mens je helpen, wat ik als programma niet kan: {contact}",
    identityWithName:
      "Ik ben {name}, de assistent van deze site: een programma, geen mens. Ik antwoord door de pagina's van de site te citeren, met links om het na te gaan.",
    suggestions: "Je kunt bijvoorbeeld vragen:",
  },
};
