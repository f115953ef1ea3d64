/** Spanish words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const ES_SYNONYMS = `
case: mayúscul*, minúscul*
cost: cuest*, cost*, preci*, pag*, tarifa*, cuota*, importe, abon*
refund: reembols*, devol*, devuel*
book: reserv*, cita, citas
cancel: cancel*, anul*
phone: teléfono*, telefónic*, llam*
write: escrib*, correo, mensaj*, avis*, inform*, comunic*, notific*
site: página*, sitio*, web
file: archiv*, ficher*, document*, adjunt*
folder: carpeta*, directori*
show: muestr*, mostr*, ve, ver, vis*, aparec*
error: error*, advert*, problem*, fall*
check: comprob*, verific*, revis*, valid*
run: ejecut*, corre, lanza*, llam*
setting: ajust*, opcion*, opción, campo*, valor*, config*, parámetr*
default: por defecto, predeterminad*, de fábrica, si no se indica
change: cambi*, modific*, edit*, ajust*, reemplaz*, sustitu*, canje*
extend: renov*, prorrog*, ampl*
expire: caduc*, venc*, válid*, expir*, vige*
period: dura*, plazo*, periodo, período
need: necesit*, necesari*, requ*, obligatori*, hace falta, precis*
person: person*, gente, alguien, usuari*, client*, participant*, socio*, quien*, visitante*
child: niñ*, menor*, jóven*, joven, bebé*, hij*
old: mayores, jubilad*, anciano*
parent: padre*, madre*, famili*, tutor*
animal: mascota*, perr*, gat*, animal*
car: coche*, vehícul*, auto*, turismo*
puncture: neumátic*, pinchaz*, rueda*
bike: bici*
parking: aparca*, parking, garaje*, plaza*, estaciona*
room: habitacion*, habitación, casa*, piso*, vivienda*, sala, aloj*
luggage: equipaje*, maleta*, bolsa*
food: comida*, desayun*, almuerz*, cen*, comer, bebid*, cocin*
bed: noche*, pernoct*, dorm*, alojar*
time: hora*, horari*
date: fecha*, día*
deadline: plazo, hasta, fecha límite
monday: lunes
tuesday: martes
wednesday: miércoles
thursday: jueves
friday: viernes
saturday: sábado*, fin de semana, fines de semana
sunday: domingo*, fin de semana, fines de semana
holiday: festiv*, feriad*, vacacion*
spring: primavera
summer: verano
autumn: otoño
winter: invierno
same-day: mismo día, hoy
at-once: inmediat*, en seguida, al instante
early: antelación, antes, anticip*, previ*
late: tarde, retras*, tard*
fine: multa*, sanci*
ticket: entrada*, billete*, boleto*, acceso, entr*
card: tarjeta*, carné*
lost: perd*, pierd*, rob*, desaparec*, falt*
damage: dañ*, rot*, averí*, defect*, perjuic*
repair: repar*, arregl*, manten*
clean: limpi*, lav*, aclar*
put: pon*, coloc*, met*, llen*, instal*, us*, utiliz*, llev*
take-out: sac*, quit*, retir*, extra*
tighten: cerr*, cierr*, apret*, bloque*
water: agua*, grifo
fuel: combustible, depósito, gasolina, repost*
power: corriente, eléctric*, carg*, batería*, pila*, enchufe*
server: servidor*, máquina*, ordenador*
connection: conexi*, conect*, red, enlace*, acces*, alcanz*
request: solicit*, ped*, pid*, pet*, reclam*
response: respuest*, respond*, result*, devuelv*
send: envi*, mand*, entreg*, transfer*, remit*
arrive: lleg*, vien*, ven*
parcel: paquete*, envío*, pedid*, artícul*, product*, objet*, cosa*, pieza*
furniture: mueble*, sofá*, armario*, colchon*
waste: basura*, residuo*, desech*
sign-in: iniciar sesión, contraseña*, cuenta*, acced*
administrator: propietari*, dueñ*, administrador*
plan: plan*, suscripci*, abono*, bono*, tarifa*
voucher: vale*, cupón*, regalo
insurance: segur*, asegur*, póliza*, cobertura, franquicia
doctor: médic*, doctor*, enfermer*, clínic*, consulta
illness: enfermedad*, enferm*, alerg*
school: escuel*, curso*, clase*, estudi*, colegio*, universi*
teacher: profesor*, impart*, enseñ*, dicta, docente*
language: idioma*, lengua*, tradu*, intérpret*
picture: foto*, imagen*, imágen*
spectacles: gafas
towel: toalla*
cap: gorro*
swim: nad*, piscina*, bañ*, calle*, natación
apron: delantal*
wine: vino*, vinos
garden: jardín*, jardin*, patio*
seat: asiento*, plaza*, butaca*, silla*
disabled: discapac*, silla de ruedas, minusv*
performance: espectácul*, función, funciones, concierto*, obra*, evento*
interval: descanso, intermedio
group: grup*, equip*
discount: descuent*, rebaj*, ahorr*
concession: desempleo, desemplead*, parad*, estudiant*
police: policía, denuncia*
bank: banco*, empresa*, compañía*, proveedor*
street: calle*, dirección*, ubicad*, sit*, encuentr*
pavement: acera*
weight: pes*
size: tamañ*, grand*, altura, alt*, larg*, ancho
temperature: temperatura*, grad*, calor, frí*, caliente*
window: ventana*, puerta*
device: aparato*, dispositiv*, máquina*, equipo*
stuck: atasc*, bloque*
assume: supon*, consider*, trat*, cuent*
read: le*, lect*
share: compart*
note: nota*, coment*
delete: borr*, elimin*
copy: copi*, respald*, versi*
save: guard*, almacen*, conserv*
split: divid*, part*, troce*, secc*
sequence: orden*, lista*
count: número*, cantidad*, cuent*, total*
character: carácter*, caracter*, letra*
name: nombre*, llam*, título*
create: cre*, gener*, hac*, hag*, constru*
update: actualiz*, nuev*
support: admit*, soport*, compatib*, ayud*, apoyo, atención
work: trabaj*, funcion*
use: us*, utiliz*, emple*, aplic*
get: obten*, recib*, tien*, ten*, da, dan, ofrec*, disponib*
choose: elig*, eleg*, escog*, seleccion*
find: encontr*, encuentr*, busc*, descubr*, detect*
together: junt*, ambos, ambas, combin*
take-home: llevar a casa, llevar*
own-cost: extra, adicional*, aparte
partner: soci*, compañer*
medicine: vacun*, sangre, herid*
video: vídeo*, video*
emergency: emergenc*, urgen*
yarn: lana*, hilo*, ovillo*, tej*
colour: color*, teñ*
made-of: contien*, conten*, compuest*, consist*
certificate: certificad*, justificant*, título*
signature: firm*
score: punt*, not*
wait: esper*
leave: sal*, dej*, abandon*
live: viv*, resid*
try: prueb*, prob*, intent*
rule: regl*, condici*, ley*
safe: segur*, proteg*, protec*
parallel: a la vez, simultáne*, mismo tiempo, paralel*
place: ciudad*, pueblo*, municip*, local*
interrupt: interrump*, interrup*
resume: reanud*, contin*
per-day: diari*, al día, por día, cada día, día, días
per-week: semana*, semanal*
per-month: mensual*, mes, meses
per-year: anual*, año, años, doce meses
per-hour: hora, horas
`;

export const ES_OPPOSITES = `
order: antes, con antelación, previ* | después, tras
rank: primer*, principio | últim*, final
amount: más, mayor, superior, aument*, recargo | menos, menor, inferior, reduc*, descuento, barato
bound: al menos, como mínimo, mínim*, por lo menos, más de, mayores de, a partir de | como máximo, máxim*, hasta, menos de, menores de, a lo sumo, como mucho, dentro de
included: incluid*, incluy*, inclus*, conten*, contien*, cubr*, cubiert* | exclu*, aparte, por separado, salvo, excepto, except*
enabled: activ*, habilit*, encend*, enciend* | desactiv*, deshabilit*, apag*, inactiv*
allowed: permit*, autoriz*, posible* | prohib*, imposible*, impid*, impedi*
accepted: acept*, aprob* | rechaz*, deneg*
public: públic* | privad*, secret*, confidencial*
synchronous: síncron*, sincrón* | asíncron*, asincrón*
open: abiert*, abre*, abrir | cerrad*
free: gratis, gratuit*, sin coste, sin cargo, libre | de pago, cobra*, pagad*
upload: subir, sube*, cargar | descarg*, bajar
sender: remitente, vendedor* | destinatari*, comprador*
upgrade: mejorar | rebajar
success: éxito, exitos*, válid*, correct* | fall*, error*, inválid*, incorrect*
ignored: ignor*, omit*, sin efecto | error*, rechaz*, lanza, advert*
kept: conserv*, mantien*, manten*, guard*, permanec* | borr*, elimin*, pierd*, perd*, desaparec*
started: empiez*, empez*, comienz*, comenz*, inici*, continú*, contin*, arranc* | par*, detien*, deten*, termin*, acab*, finaliz*, interrump*
arrival: lleg*, entrada | salid*, sal*, partida
inside: dentro, interior | fuera, exterior
added: añad*, agreg* | elimin*, quit*, borr*
hidden: ocult*, escond* | visible*, muestr*, mostr*, aparec*
automatic: automátic*, por sí sol* | manual*, a mano
temporary: temporal*, provisional* | definitiv*, permanent*, para siempre
online: en línea, online, web, internet | en taquilla, en persona, presencial*, en ventanilla
same: mism*, igual*, idéntic* | diferent*, distint*, otr*
size: grand*, larg*, alt* | pequeñ*, cort*, baj*
speed: rápid* | lent*
age: nuev*, recient*, reciente* | viej*, antigu*, anterior*
own: propi* | alquilad*, prestad*
day: mañana*, matutin* | noche*, tarde*, nocturn*
weekdays: laborabl*, hábil*, entre semana | fin de semana, fines de semana
wetness: mojad*, húmed* | sec*
heat: caliente*, cálid* | frí*
full: llen* | vací*
above: encima, arriba | debajo, abajo
left: izquierd* | derech*
sort: ascendent* | descendent*
encrypted: cifrad*, encript* | sin cifrar
adult: adult* | niñ*, menor*, bebé*
hands: a mano | lavadora, máquina
collect: recog*, recoger | entreg*, reparto
buy: compra*, comprar, compró | vend*
lend: prést*, alquil* | devol*, devuel*
guests: soci*, miembr*, client* | no soci*, invitad*, visitant*
letter-case: mayúscul* | minúscul*
company: sol*, sin acompañante | acompañad*
reversal: deshac*, recuper*, restaur*, anulado | definitivamente, irreversible*
`;

export const ES_MARKERS = `
not: no, no puede, no pueden, nunca, jamás, sin, tampoco, ningún, ninguna, ninguno, ni, nada, nadie, en lugar de, en vez de
optional: no es necesario, no hace falta, no es obligatori*, opcional*, no hay que, no tiene que, no tienen que, no necesit*, voluntari*, sin necesidad
must: debe, deben, debes, deberá, deberán, hay que, tiene que, tienen que, obligatori*, necesari*, obligad*
may: puede, pueden, puedes, podrá, podrán, posible, permitid*
only: solo, sólo, solamente, únicamente, exclusivamente, únic*
except: salvo, excepto, a menos que, menos, solo si, solo cuando, a no ser
all: todo, todos, toda, todas, siempre, cualquier, cualquiera, incluso, sin excepción, en todo momento, ilimitad*, aunque
hedge: normalmente, generalmente, a menudo, a veces, suele, suelen, puede, pueden, aproximadamente, unos, unas, alguno*, alguna*, algún, quizá, probablemente
if: si, cuando, quien, quienes
light: en resumen, en general, es, son, está, están, ser, estar, fue, era, hay, ha, han, haber, hace*, hacer, también, ya, así, entonces, aquí, allí, este, esta, estos, estas, eso, ese, sí, muy, cosa*, caso, casos, modo, forma, manera, va, van, ir, puede*, debe*, tiene*, tener, mientras, porque, aunque, además, si, cuando, donde, algo, alguien, poder
forbid: no puede, no pueden, no se puede*, no debe*, prohibid*
`;
