/** Italian words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const IT_SYNONYMS = `
case: maiuscol*, minuscol*
cost: cost*, prezz*, pag*, tariff*, quota, spes*
refund: rimbors*, restitu*, accredit*
book: prenot*, riserv*, appuntament*
cancel: disdi*, disdett*, annull*, cancell*
phone: telefon*, chiam*
write: scriv*, scrit*, messagg*, avvis*, inform*, comunic*, segnal*
site: pagin*, sito
file: file, document*, allegat*
folder: cartell*, directory
show: mostr*, vede*, visualizz*, appar*
error: error*, avvis*, problem*, guast*
check: controll*, verific*, convalid*
run: esegu*, avvi*, lanci*, chiam*
setting: impostaz*, impostat*, opzion*, camp*, valor*, config*
default: predefinit*, di default, di fabbrica, se non indicato
change: cambi*, modific*, sostitu*, adatt*
extend: rinnov*, prolung*, estend*
expire: scad*, valid*, val*
period: dura*, periodo, termin*
need: necess*, serv*, obbligator*, bisogn*, occorr*, richiest*
person: person*, gente, client*, utent*, partecipant*, chi, qualcuno, visitator*, alliev*
child: bambin*, ragazz*, giovan*, minor*, figli*
old: anzian*, pensionat*
parent: genitor*, madre*, padre*, famigl*
animal: animal*, can*, gatt*, cane
car: auto*, macchin*, veicol*
puncture: gomm*, foratur*, ruot*
bike: bici*
parking: parchegg*, garage, post*
room: camer*, stanz*, cas*, appartament*, sal*, allogg*
luggage: bagagl*, valig*, bors*
food: cib*, past*, colazion*, pranz*, cen*, mangi*, bevand*, cucin*
bed: nott*, pernott*, dorm*, soggiorn*
time: or*, orar*
date: dat*, giorn*
deadline: scadenz*, entro, fino
monday: lunedì
tuesday: martedì
wednesday: mercoledì
thursday: giovedì
friday: venerdì
saturday: sabat*, fine settimana
sunday: domenic*, fine settimana
holiday: festiv*, ferie, vacanz*
spring: primavera
summer: estate, estiv*
autumn: autunno
winter: inverno, invernal*
same-day: stesso giorno, oggi
at-once: subito, immediat*
early: anticip*, prima, preavviso
late: tard*, ritard*
fine: mult*, sanzion*, penal*
ticket: bigliett*, ingress*, entra*
card: carta, carte, tesser*, card
lost: pers*, perd*, rub*, furto, manc*, scompar*
damage: dann*, rott*, guast*, perdit*, difett*
repair: ripar*, manuten*, aggiust*
clean: puli*, lav*, risciacqu*
put: mett*, vers*, inser*, riemp*, install*, us*, utilizz*
take-out: togli*, estra*, rimuov*, svit*
tighten: chiud*, chius*, string*, blocc*
water: acqu*, rubinett*
fuel: carburant*, benzin*, serbatoio
power: corrente, elettric*, caric*, batteri*, pil*, presa, prese
server: server, macchin*, computer
connection: conness*, colleg*, rete, access*
request: richied*, richiest*, chied*, domand*, ordin*
response: rispo*, risult*, restitu*
send: invi*, mand*, spedi*, consegn*, trasfer*
arrive: arriv*, ven*, vien*
parcel: pacc*, spedizion*, articol*, prodott*, oggett*, cos*, pezz*
furniture: mobil*, divan*, armadi*, materass*
waste: rifiut*, spazzatur*
sign-in: accesso, password, account, accedere
administrator: proprietar*, amministrator*, titolar*
plan: abbonament*, pian*, tariff*, formul*
voucher: buon*, regal*
insurance: assicur*, polizz*, copert*, franchigia
doctor: medic*, dottor*, infermier*, clinic*, ambulatori*
illness: malatt*, allerg*, dolor*
school: scuol*, cors*, lezion*, stud*, universi*
teacher: insegn*, tenut*, docent*, maestr*
language: lingu*, tradu*, interpret*
picture: foto*, immagin*
spectacles: occhiali
towel: asciugaman*
cap: cuffi*, cappell*
swim: nuot*, piscin*, cors*
apron: grembiul*
wine: vin*
garden: giardin*, cortil*
seat: post*, sedi*
disabled: disabil*, carrozzin*
performance: spettacol*, rappresentazion*, concert*, event*
interval: intervall*
group: grupp*, squadr*
discount: scont*, riduz*, ridott*, risparm*
concession: disoccup*, student*, studentess*
police: polizia, denuncia*
bank: banca, societ*, aziend*, fornitor*
street: via, strad*, indirizz*, trova
pavement: marciapied*
weight: pes*
size: dimension*, misur*, grand*, altezza, alt*, lunghezz*, lung*
temperature: temperatur*, grad*, cald*, fredd*
window: finestr*, port*
device: apparecch*, dispositiv*, macchin*
stuck: blocc*, incastr*
assume: suppon*, consider*, tratt*, cont*
read: legg*, lett*
share: condivid*, condivis*
note: not*, comment*
delete: elimin*, cancell*
copy: copi*, backup, version*
save: salv*, conserv*, memorizz*
split: divid*, divis*, part*, sezion*
sequence: ordin*, elenc*, list*
count: numer*, quantit*, cont*, total*
character: caratter*, letter*
name: nom*, chiam*, titol*
create: cre*, gener*, fa, costru*
update: aggiorn*, nuov*
support: support*, compatib*, aiut*, assist*
work: lavor*, funzion*
use: us*, utilizz*, impieg*, applic*
get: otten*, ricev*, ha, hanno, dà, offr*, disponib*
choose: scegli*, scelt*, selezion*
find: trov*, cerc*, scopr*, rilev*
together: insieme, entramb*, combin*
take-home: portare a casa, port* a casa
own-cost: extra, supplement*, a parte
partner: partner*
medicine: vaccin*, sangue, ferit*
video: video*
emergency: emergenz*, urgen*
yarn: lana, filat*, gomitol*, magli*
colour: color*, tint*
made-of: contien*, conten*, compost*, consist*
certificate: certificat*, attestat*, diplom*
signature: firm*
score: punt*, vot*
wait: attend*, attes*, aspett*
leave: lasci*, part*, usc*
live: abit*, viv*, resid*
try: prov*, tent*
rule: regol*, condizion*, legg*
safe: sicur*, protegg*, protett*
parallel: contemporane*, stesso tempo, parallel*, simultane*
place: citt*, paes*, comun*, local*
interrupt: interrott*, interromp*
resume: ripren*, continu*
per-day: al giorno, giornalier*, ogni giorno, giorno, giorni, quotidian*
per-week: settiman*
per-month: mes, mesi, mensil*
per-year: ann*, annual*
per-hour: ora, ore, orari*
`;

export const IT_OPPOSITES = `
order: prima, in anticipo | dopo, in seguito
rank: prim*, inizio | ultim*, fine
amount: più, maggior*, superior*, aument*, supplemento | meno, minor*, inferior*, ridu*, sconto, diminu*, scend*
bound: almeno, minim*, come minimo, più di, oltre, a partire da | al massimo, massim*, fino a, meno di, non più di, entro, al più
included: inclus*, compres*, comprend*, include*, includo*, contien*, coper*, coprir* | esclus*, a parte, separat*, tranne, salvo, eccett*
enabled: attiv*, abilit*, acces*, accend* | disattiv*, disabilit*, spent*, spegn*, inattiv*
allowed: permess*, consent*, autorizz*, possibil* | vietat*, proibit*, impossibil*, impedi*
accepted: accett*, approv* | rifiut*, respin*
public: pubblic* | privat*, segret*, riservat*
synchronous: sincron* | asincron*
open: apert*, apre, aprono, aprire | chius*
free: gratis, gratuit*, senza costi, omaggio | a pagamento, pagat*, addebitat*
upload: carica*, caricare | scarica*
sender: mittent*, venditor* | destinatari*, acquirent*
upgrade: potenzia* | declass*
success: riesc*, riusc*, success*, valid* | fallis*, error*, non valid*, fallit*
ignored: ignora*, salta*, senza effetto | error*, rifiut*, solleva, avvis*
kept: conserv*, manten*, rest*, riman* | cancell*, elimin*, pers*, perd*, scompa*, rimoss*
started: inizi*, cominci*, avvi*, riprend*, continu* | ferm*, termin*, finisc*, finit*, interromp*
arrival: arriv* | partenz*, part*
inside: dentro, interno, interni | fuori, esterno, esterni
added: aggiung*, aggiunt* | rimuov*, rimoss*, elimin*
hidden: nascost*, nascond* | visibil*, mostr*, appar*
automatic: automatic*, da solo, da sola | manual*, a mano
temporary: temporane*, provvisori* | definitiv*, permanent*, per sempre
online: online, in rete, sito, internet | allo sportello, di persona, in sede, alla cassa
same: stess*, uguale, identic* | divers*, differen*, altr*
size: grand*, lung*, alt* | piccol*, cort*, bass*
speed: veloc*, rapid* | lent*
age: nuov*, recent* | vecch*, precedent*
own: propri* | noleggiat*, prestat*
day: mattin* | sera, serale, serali, notte, notturn*
weekdays: feriali, feriale, lavorativ* | fine settimana, weekend
wetness: bagnat*, umid* | asciutt*, secc*
heat: cald* | fredd*
full: pien* | vuot*
above: sopra, in alto | sotto, in basso
left: sinistr* | destr*
sort: crescent* | decrescent*
encrypted: cifrat*, crittografat* | in chiaro
adult: adult* | bambin*, ragazz*, minor*, neonat*
hands: a mano | lavatrice, macchina
collect: ritir* | consegn*
buy: acquist*, comprare, compra, comprat* | vend*
lend: prestit*, nolegg* | restitu*
guests: soci*, membr*, client* | non soci*, ospit*, visitator*
letter-case: maiuscol* | minuscol*
company: da sol*, non accompagnat* | accompagnat*
reversal: annullat* da, ripristin*, recuper* | definitivamente, irreversibil*
`;

export const IT_MARKERS = `
not: non, non può, non possono, mai, senza, nessun, nessuna, nessuno, né, niente, nulla, invece di
optional: non è necessari*, non è obbligatori*, facoltativ*, opzional*, non occorre, non serve, non bisogna, non deve, non devono, senza bisogno, non c'è bisogno
must: deve, devono, devi, bisogna, obbligatori*, necessari*, va, vanno, obbligat*, occorre
may: può, possono, puoi, possibile, permess*
only: solo, soltanto, solamente, esclusivamente, unicamente
except: tranne, salvo, eccetto, a meno che, solo se, fuorché
all: tutto, tutti, tutta, tutte, sempre, ogni, qualsiasi, qualunque, anche a, anche se, anche, senza eccezione, illimitat*
hedge: normalmente, di solito, generalmente, spesso, talvolta, a volte, può, possono, circa, alcuni, alcune, qualche, forse, in genere
if: se, quando, chi, in caso
light: in breve, in sintesi, è, sono, essere, era, ha, hanno, avere, fa, fare, anche, già, così, allora, qui, lì, questo, questa, questi, queste, sì, molto, cosa, cose, caso, modo, maniera, va, vanno, andare, può, possono, deve, devono, mentre, perché, quando, dove, se, si, poi, ci, ne, stato, stata, viene, vengono
forbid: non può, non possono, non si può, non si possono, vietat*
`;
