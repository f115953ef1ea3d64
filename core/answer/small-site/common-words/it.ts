/** Common Italian words that no page is about, in the forms in which a question is told with them. */
export const COMMON_IT = `
tanto tanta molto poco più meno dopo prima presto insieme solo sola anche forse rapido facile difficile stesso
propria proprio altro altra altri altre meglio peggio succede passa davanti dietro ovunque roba lo riesce occupa
sarebbe vendete vendere vende offrite offrire fate fare fa venire vengo viene mandare mandate comprare comprato dare
date prendere prendete avere avete trattate settimana settimane giorno giorni mese mesi anno anni oggi domani ieri
tempo ora ore minuto minuti due tre quattro cinque madre padre mamma nonna marito moglie figlia figlio sorella
fratello amico amica famiglia gente persona persone cosa cose qualcosa niente tutto tipo problema domanda posto
adesso sempre mai volta volte grande piccolo nuovo nuova vecchio buono buona possibile posso può potete potrei
vorrei voglio bisogno cerco sapere so trovare mettere voi vostro vostra vi mi ci si serve servono devo andare riesco
grazie ciao senza li lì là qui qua bene male dentro fuori sopra sotto accanto intorno mentre perché siccome quindi
però anzi oppure ossia cioè comunque magari almeno ancora già ormai appena quasi circa abbastanza troppo tantissimo
davvero veramente soltanto solamente soprattutto inoltre infine allora poi domattina stasera stanotte subito tardi
spesso raramente normalmente regolarmente direttamente obbligatorio obbligatoria obbligatori necessario necessaria
bisogna occorre tocca conviene basta via con per contro secondo durante entro verso tra fra tramite fino sono sei
siamo siete è era erano ero stato stata stati sarà saranno sarei sia essere ho hai ha abbiamo hanno avevo aveva
avrei avrà abbia avuto vado vai va andiamo andate vanno andato andrei faccio fai fanno faceva fatto farei farà
faremo devi deve dobbiamo dovete devono dovrei dovrebbe dovuto dovere puoi possiamo possono potrebbe potuto potere
vuoi vuole vogliamo volete vogliono volevo voleva vorremmo voluto sai sa sappiamo sapete sanno vedo vedi vede vedere
visto guardo guarda guardate guardare dico dici dice dite dicono dire detto parlo parli parlano chiedo chiede
chiedere chiesto rispondete rispondere penso pensa pensare credo crede sembra pare metto metti mette mettono mettete
messo lascio lascia lasciate lasciare lasciato tengo tiene tenere tenerlo tenete porto porti portarlo prendo prendi
prende prendono prenderlo preso entra entrano entrare esco esce uscire esca vengono venite venuto torno torna
tornare resto resta restare rimane rimango sto stai sta stiamo state stanno stare trovo trova trovate perdo perde
perdere comincio comincia cominciare inizio inizia iniziare finisco finisce finire finito smettere continuo continua
continuare cambio cambia aiutate aiutare scelgo scelta scegliere uso usa usate usare usarlo usato provo prova
servirebbe funziona funzionano riuscire capisco capire conosco conosce conoscete aspetto aspetta aspettare spero
piace piacciono piacerebbe preferisco interessa interesserebbe chiamano chiamo tolgo togliete togliere do dai diamo
danno dato darei ricevo riceve ricevere ricevuto mandato compro compra vendono offrono occupate accettano accettate
ritrovo dovessi fosse fossi potessi avessi succederebbe salgo sale scendo scende muoversi cammina camminare prossimo
prossima ultimo ultima primo seconda terzo attuale attualmente momento attimo fine mezzo metà parte modo maniera
genere caso motivo ragione questione dettaglio dettagli informazione informazioni info dubbio dubbi idea parere
voglia grandi piccola piccoli piccole grosso grossa lungo lunga lunghi corto corta alto alta basso bassa largo
stretta pesante leggero nuovi nuove vecchi vecchia giovane migliore migliori peggiore bella bello belle brutto
brutta vero vera semplice complicato veloce lento sicuro sicura pronto pronta contento diverso diversa diverse
diversi strano strana strane speciale normale normali generale certo certi certa vari varie alcuni alcune qualche
ogni ognuno nessuno nessuna tutta tutti tutte intero intera doppio mezza sette otto nove dieci dodici quindici venti
cento decina paio papà babbo mamme genitori nonno nonni suocera suocero compagno compagna fidanzato fidanzata
ragazzo ragazza zio zia cugino vicino collega colleghi signora signore tizio adulto adulti bimba bimbo qualcuno noi
loro lei lui io tu me te se suo sua suoi sue nostre nostri vostri vostre questo questa questi queste quello quella
quelli quelle quel xké xche perche nn cmq qlc qlcs x k ke grz pls ok no buongiorno buonasera salve scusate scusa all
dell del della dello nell nella col ce giù su arrivano arrivata cambiato escono mangia mangiano porta portano
portare dormire paga pagano visita nome casa cercate chilo gg
`;
