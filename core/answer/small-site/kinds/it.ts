/** Italian wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const ITALIAN_KINDS = `
hours: orari*, aperto, aperti, apertura*, chius*, apre, orario | a che ora, quando siete aperti, che orari, fino a che ora, quando aprite | tutti i giorni, dalle, dal lunedì
monday: lunedì, lunedi | | tutti i giorni, dal lunedì
saturday: sabato, fine settimana, weekend | | tutti i giorni
sunday: domenica, fine settimana, weekend | | tutti i giorni
holiday: festiv*, !natale, !pasqua, ferie, vacanze
season: stagion*, inverno, estate, primavera, autunno, tutto l'anno
evening: sera*, notte, tardi
morning: mattin*
price: prezz*, tariff*, cost*, quota* | quanto costa, quanto viene, quanto sarebbe, che prezzo, quanto si paga, quanto, quanto fate | a persona, all'ora, al mese, euro
extra: supplement*, compres*, inclus*, extra, aggiuntiv* | è compreso, si paga a parte | escluso
free: gratuit*, gratis, senza costi, omaggio | si paga, devo pagare
discount: scont*, offert*, promo*, ridott*, agevol*, convenzion*, pacchett*, ciclo di | meno caro
student: !student*
senior: anzian*, pensionat*, over 65
address: indirizz*, dove siamo, come arrivare, come raggiungerci, si trova, ubicat* | dove siete, dove si trova, come si arriva, dove vi trovo
phone: telefon*, tel, chiam*, cellulare, numero di telefono, whatsapp | il vostro numero, posso chiamare, numero
email: email*, posta elettronica, mail
contact: contatt*, scriv*, parlare con | come vi contatto
delivery: consegn*, spedi*, corriere, pacco, invio | mandate, spedite, a casa
delivery-time: tempi di consegna, tempo di consegna | quando arriva, quanto ci mette
abroad: estero, internazional*, !europa, !svizzera, !francia
returns: res*, restitu*, cambi*, recesso | restituire, rimandare, non mi va
refund: rimbors*, soldi indietro, restituzione | riavere i soldi, mi restituite
cancel: disd*, annull*, cancell*, spost*, rinvi* | non posso venire, non posso più, devo disdire, cambiare giorno
noshow: assenz*, non mi presento, mancata, mancato, salta* | non vengo, se non vengo, salto
late: ritard*, tardi
pause: sospen*, pausa
leave: recesso, disiscri*
payment: pagament*, pagare, paga, si paga, !carta, !carte, !bancomat, !contanti, !bonifico, !paypal, !satispay, !pos, !assegn*, !amex | come si paga, prendete, accettate | saldo, si versa
instalments: rat*, rateizz*, a rate
deposit: acconto, caparra, cauzione, anticipo, deposito
invoice: fattur*, ricevut*, scontrino
tax: detra*, tasse, scaricare, dichiarazione dei redditi, 730, fiscal* | scaricare dalle tasse, dalle tasse, detrarre
parking: parchegg*, posteggi*, parcheg*, posto auto, sosta, strisce | lasciare la macchina, dove parcheggio, dove parchegio, parchegio
charging: auto elettrica, colonnina, ricarica, ricaricare
transport: autobus, bus, treno, stazione, metro, tram, fermata, aeroporto, mezzi
bicycle: bici*, biciclett*
distance: distanza, lontan*, vicin*, a piedi, km, minuti a piedi
area: zona, zone, entro, provincia | venite a, arrivate fino
home-visit: domicili*, a casa, terapia domiciliare | venire voi, venite a casa, uscire di casa, non riesce a uscire, potete venire
children: bambin*, figli*, neonat*, famigli*, ragazz*, minor*, minorenn*, seggiolon*, passeggin* | mio figlio, mia figlia, anni
age: età, anni, da che età | troppo piccolo | dai 6 anni, a partire da
pets: can*, animal*, !gatt*, cagnolin*
access: sedia a rotelle, carrozzin*, accessib*, ascensor*, scal*, rampa, disabil*, piano terra, barriere, gradin*, accesso
toilet: bagn*, toilette, wc, servizi igienici
shower: docci*, vasca
changing: spogliato*, armadiett*
luggage: bagagl*, valigi*
wifi: wifi, internet
booking: prenot*, appuntament*, iscri*, prenotazion* | fissare, prendere appuntamento, devo prenotare | chiamaci, online
waiting: lista d'attesa, liste d'attesa, attesa, disponib*, posti liberi
lead-time: anticipo, preavviso, prima, in anticipo | quanto prima, il giorno prima | ore prima, giorni prima, 24 ore
duration: durata, dura, quanto dura, minuti, ore | quanto tempo | circa, settimane
valid: valid*, scad*
minimum: minimo, almeno
maximum: massimo, al massimo
capacity: quante persone, posti, capienza | in quanti | massimo, persone
group: grupp*, scuol*, gruppo, di gruppo
party: fest*, complean*, event*, affitt*
wedding: matrimon*, sposi
gift: regal*, buono regalo, buoni regalo, buon*
founder: fond*, titolar*, proprietar*, storia, direttor*, direttrice, nato, nata, responsabile | chi ha fondato, di chi è, chi è il titolare, chi gestisce, chi è il capo | chi siamo, la nostra storia
company-age: da quanto, da quando, fondato nel | da quanto tempo siete | dal 19*, dal 20*, nel 19*, nel 20*
staff: staff, equipe, team, personale, insegnant*, fisioterapist*, maestr*, chi vi segue, dott, dottor*, dottoressa | chi si occupa, chi fa, chi segue, chi insegna, chi è | si occupa, segue, esperta, esperto, specializzat*
qualified: certificat*, qualific*, iscritt*, albo, diplom*
job: lavor*, assunzion*, tirocin*, candidat*, curriculum
beginner: principiant*, prima volta, esperienza
first-visit: prima visita, prima valutazione, primo appuntamento, prima volta, primo incontro, valutazione
bring: portare, porta, portate | cosa devo portare, cosa porto | che cosa portare
wear: abbigliament*, vestit*, scarpe, comod*, indoss*
provided: fornit*, disposizion*, prest* | avete, c'è, ci sono
rent: nolegg*, affitt*
id: documento, carta d'identità, passaporto, patente, tessera
prescription: ricetta, prescrizion*, impegnativa, richiesta medica | ricetta del medico, serve la ricetta del medico, serve la ricetta
reports: referti, radiografi*, esami, documentazione, lastre
guarantee: garanzi*
damage: dann*, rott*, difett*
lost: pers*, rubat*, dimentic*, non arrivat*
repair: ripar*, manutenzion*
complaint: reclam*, lament*
emergency: urgen*, emergenz*, subito
insurance: assicura*, polizza, fondi, mutua
nhs: servizio sanitario, ticket, asl, convenzionat*, ssn | siete convenzionati
privacy: privacy, dati
account: account, password, accedere
subscription: abbonament*, mensil*
membership: soc*, tesser*, iscrizion*
trial: prova, lezione di prova, provare
food: mangiare, ristorant*, bar, colazion*, cena, pranz*, menu, cucina
drink: bevand*, vino, birra, caffè
diet: allerg*, !vegan*, !vegetarian*, !glutine, !celiac*, !lattosio, intolleran*
smoking: fum*
noise: rumor*, musica, silenzio
photo: foto*, !video
weather: pioggia, piove, meteo
heating: riscaldament*, !aria condizionata, !climatizz*, temperatura
pool: piscin*, acqua, !sauna, !spa, vasca
arrival: arriv*, check in
departure: partenz*, check out, lasciare
collect: ritir*, ritiro
shop: negozi*, bottega
branches: sedi, altre sedi, filial*, altra sede
online: online, internet, sito, !app, videochiamat*
language: lingu*, parlate, parla, !inglese, !francese, !tedesco, !spagnolo, stranier*
brands: marc*, marchi
size: misur*, tagli*, dimension*
material: material*, tessut*
origin: da dove, origin*, provenien*
organic: biologic*, sostenib*, ricicl*
care: lavare, pulire, cura
custom: su misura, personalizz*
business: aziend*, impres*
quote: preventiv*
permission: permess*, vietat*, si può, ammess* | posso
health: gravidanz*, incint*, salut*, malatt*, infortun*, operazion*
birth: parto, gravidanza, pavimento pelvico, perineal*, mamme, post parto | dopo il parto, donne dopo il parto
back: schiena, lombar*, cervical*, postura*, colonna, dolor*, male | mal di schiena | ginnastica posturale
bone: femore, frattur*, rotto, rotta, anca, ginocchio, protesi, riabilit*, post operatori*
massage: massagg*, terapia manuale, linfodrenaggio
sport: sport*, atlet*
session: sedut*, trattament*, lezion*
insole: plantar*, ortes*
timetable: calendar*, date, inizi*, giorni | in che giorni, quando inizia, che giorni
certificate: certificat*, attestat*
room: camer*, stanz*
ticket: bigliett*, ingresso
linen: asciugaman*, lenzuol*
garden: giardin*
key: chiav*
hair: capelli, taglio
`;
