/** Dutch words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const NL_SYNONYMS = `
case: hoofdletter*, kleine letter*
cost: kost*, prijs*, prijzen, betaal*, betalen, tarief, bedrag
refund: terugbetaal*, terugbetaling, vergoed*, terugkrijg*
book: boek*, reserveer*, reserveren, afspraak, afspraken, gereserveerd
cancel: annuleer*, annuleren, afzeg*, opzeg*, geannuleerd
phone: bel, bellen, telefon*, belt
write: schrijf*, schrijven, bericht*, meld*, laat weten, melding*, mededeling
site: pagina*, site, website
file: bestand*, document*, bijlage*
folder: map, mappen
show: toon*, tonen, zie*, zien, getoond
error: fout*, waarschuw*, proble*, storing*
check: controle*, controleer*, check*, valid*
run: uitvoer*, uitgevoerd, draai*, draait, start*, aanroep*
setting: instelling*, instel*, optie*, veld*, waarde*, config*
default: standaard*, fabrieks*, voorinstelling
change: wijzig*, verander*, aanpas*, bewerk*, vervang*, ruil*, omruil*
extend: verleng*, vernieuw*
expire: verloop*, verlopen, geldig*, vervalt, meegaan, gaan mee
period: duur, duurt, periode*, termijn*
need: nodig, vereis*, verplicht*, noodzakelijk, hoeft, hoeven
person: person*, mensen, klant*, gebruiker*, wie, iemand, deelnem*, bezoeker*, lezer*, leden
child: kind*, jongere*, jeugd*, baby*
old: senior*, ouder*, gepensioneerd*
parent: ouder*, moeder*, vader*, gezin*, famili*
animal: huisdier*, hond*, kat, katten, dier*
car: auto*, voertuig*, wagen*
puncture: band, banden, lek*, wiel*
bike: fiets*
parking: parkeer*, parkeren, garage, plaats*, plek*
room: kamer*, huis*, woning*, zaal, appartement*
luggage: bagage, koffer*, tas, tassen
food: eten, maaltijd*, ontbijt*, lunch*, diner*, drank*, kook*, koken
bed: nacht*, overnacht*, slaap*, slapen, verblijf*
time: uur, uren, tijd*, tijden
date: datum, data, dag*
deadline: uiterlijk, tot, deadline, termijn
monday: maandag*
tuesday: dinsdag*
wednesday: woensdag*
thursday: donderdag*
friday: vrijdag*
saturday: zaterdag*, weekend*
sunday: zondag*, weekend*
holiday: feestdag*, vakantie*
spring: lente, voorjaar
summer: zomer*
autumn: herfst, najaar
winter: winter*
same-day: dezelfde dag, vandaag
at-once: meteen, direct*, onmiddellijk
early: vooraf, tevoren, vroeg*, vooruit
late: laat, later, te laat, vertraging
fine: boete*, straf
ticket: kaartje*, ticket*, toegang, entree
card: kaart*, pas, pasje
lost: verloren, verlies*, gestolen, diefstal, kwijt, ontbre*
damage: schade*, kapot, gebroken, beschadig*, defect*, lek*
repair: repar*, herstel*, onderhoud*, maken
clean: schoonmaak*, reinig*, was, wassen, spoel*, poets*
put: zet*, plaats*, leg*, vul*, doe, gebruik*, installeer*
take-out: verwijder*, haal*, uitnemen, losdraai*
tighten: sluit*, dicht*, vast*, blokkeer*, vergrendel*
water: water*, kraan
fuel: brandstof, tank*, benzine
power: stroom, elektr*, laad*, opladen, batterij*, accu*, stopcontact*
server: server*, machine*, computer*
connection: verbind*, koppel*, netwerk*, toegang*, bereik*
request: vraag*, vragen, verzoek*, aanvraag*, aanvragen, bestel*, bestell*
response: antwoord*, resultaat, resultaten
send: stuur*, sturen, verzend*, verstuur*, zend*, lever*, bezorg*, overdrag*
arrive: aankom*, kom*, arriveer*
parcel: pakket*, zending*, levering, artikel*, product*, spullen, ding*, stuk*
furniture: meubel*, bank, kast*, matras*
waste: afval, vuilnis, grofvuil
sign-in: inlog*, wachtwoord*, account*, aanmeld*
administrator: eigenaar*, beheerder*
plan: abonnement*, plan, pakket
voucher: bon, bonnen, cadeaubon*, tegoedbon*
insurance: verzeker*, polis*, gedekt, eigen risico
doctor: arts*, dokter*, praktijk, kliniek, verpleeg*
illness: ziek*, allergi*, pijn
school: school*, cursus*, les, lessen, studie*, opleiding*
teacher: docent*, leraar, gegeven, lesge*
language: taal, talen, vertaal*, vertal*, tolk*
picture: foto*, beeld*, afbeelding*
spectacles: bril*
towel: handdoek*
cap: badmuts*, muts*
swim: zwem*, bad, baan, banen
apron: schort*
wine: wijn*
garden: tuin*, hof, erf
seat: zitplaats*, plaats*, stoel*, rolstoel*
disabled: gehandicapt*, rolstoel*, beperking
performance: voorstelling*, concert*, evenement*
interval: pauze
group: groep*, team*
discount: korting*, bespaar*, goedkoper
concession: werkloos*, werkzoek*, student*
police: politie, aangifte
bank: bank*, bedrijf*, leverancier*
street: straat, adres*, gelegen, ligt, bevind*
pavement: stoep, trottoir
weight: weeg*, wegen, gewicht*, zwaar
size: grootte, groot*, hoogte, hoog*, lengte, lang*, breed*
temperature: temperatuur, graden, warm*, koud*
window: raam, ramen, deur*
device: apparaat, apparaten, toestel*, machine*
stuck: vast, klem*, geblokkeerd
assume: aanneem*, aannemen, beschouw*, behandel*, tel*
read: lees*, lezen, gelezen
share: delen, deel*, gedeeld*
note: notitie*, reage*, reactie*, opmerking*
delete: verwijder*, wis*, gewist
copy: kopie*, kopieer*, reservekopie*, versie*
save: opslaan, opgeslagen, bewaar*, bewaren, onthoud*
split: splits*, verdeel*, deel, delen, stuk*
sequence: volgorde, sorteer*, gesorteerd, lijst*
count: aantal*, nummer*, tel*, totaal*
character: teken*, letter*
name: naam, namen, heet*, titel*
create: maak*, maken, gemaakt, aanmaak*, aanmaken, bouw*
update: update*, bijwerk*, bijgewerkt, nieuw*
support: ondersteun*, compatib*, hulp, help*
work: werk*, functioneer*
use: gebruik*, toepas*
get: krijg*, ontvang*, heeft, hebben, geeft, geven, biedt, beschikbaar
choose: kies*, kiez*, gekozen, selecteer*
find: vind*, gevonden, zoek*, ontdek*, merk*
together: samen, beide*, combin*
take-home: mee naar huis, meenemen
own-cost: extra, toeslag, apart
partner: partner*
medicine: vaccin*, bloed*, wond*
video: video*
emergency: nood*, spoed*, dringend*
yarn: wol*, garen, bol, bollen, brei*
colour: kleur*, verf*
made-of: bevat*, bestaat, bestaan
certificate: certificaat, certificaten, bewijs*, diploma*
signature: onderteken*, handtekening*
score: punt*, cijfer*, score*
wait: wacht*
leave: verlaat*, verlaten, vertrek*
live: woon*, wonen, leef*
try: proef*, probeer*
rule: regel*, voorwaarde*, wet*
safe: veilig*, beveilig*, bescherm*
parallel: tegelijk*, parallel*
place: stad*, dorp*, gemeente*, lokaal
interrupt: onderbrok*, afgebrok*
resume: hervat*, ga door, gaat door
per-day: per dag, dagelijks*, elke dag, dag, dagen
per-week: week, weken, wekelijks*
per-month: maand*
per-year: jaar*, jaren
per-hour: uur, uren
`;

export const NL_OPPOSITES = `
order: voor, voordat, vooraf, van tevoren | na, nadat, daarna, achteraf
rank: eerst*, begin | laatst*, einde, slot
amount: meer, hoger, duurder, verhog*, stijg*, toeslag | minder, lager, goedkoper, verlag*, daal*, dalen, korting, verminder*
bound: minstens, minimaal, minimum, ten minste, meer dan, vanaf, boven | hoogstens, maximaal, maximum, ten hoogste, tot, minder dan, niet meer dan, onder, binnen
included: inbegrepen, inclusief, bevat*, omvat*, dekt, gedekt | exclusief, apart, behalve, uitgezonderd, uitgesloten, los
enabled: ingeschakeld, staan aan, staat aan, inschakel*, aanzetten, aangezet, actief, activeer* | uitgeschakeld, staan uit, staat uit, standaard uit, uitschakel*, uitzetten, uitgezet, inactief, deactiveer*
allowed: toegestaan, mag, mogen, toelaten, toegelaten, mogelijk | verboden, onmogelijk, verhinder*, weiger*
accepted: aanvaard*, accepteer*, geaccepteerd, goedgekeurd | geweigerd, afgewezen, weiger*, afwijz*
public: openbaar, openbare, publiek* | privé, geheim*, vertrouwelijk
synchronous: synchroon, synchrone | asynchroon, asynchrone
open: open, geopend, opent | gesloten, dicht
free: gratis, kosteloos, vrij | betaald, betalend, tegen betaling
upload: uploaden, upload, geüpload | downloaden, download, gedownload
sender: afzender, verkoper | ontvanger, geadresseerde, koper
upgrade: upgrade* | downgrade*
success: slaag*, geslaagd, succes*, geldig* | mislukt*, faalt, fout*, ongeldig*
ignored: genegeerd, negeer*, overgeslagen, geen effect | fout*, geweigerd, waarschuw*
kept: bewaard, bewaar*, behoud*, blijf*, blijven | verwijder*, verloren, gewist, wis*, verdwijn*
started: begin*, start*, hervat*, doorga*, verder | stop*, einde, eindig*, beëindig*, onderbrek*
arrival: aankom*, aankomst | vertrek*
inside: binnen, binnenshuis | buiten, buitenshuis
added: toevoeg*, toegevoegd | verwijder*
hidden: verborgen, verberg*, onzichtbaar | zichtbaar, getoond, toon*, verschijn*
automatic: automatisch*, vanzelf | handmatig, met de hand
temporary: tijdelijk* | definitief, blijvend, permanent, voorgoed
online: online, internet, website | aan de balie, ter plaatse, persoonlijk, aan de kassa
same: zelfde, hetzelfde, dezelfde, gelijk* | ander*, verschil*
size: groot, grote*, lang*, hoog, hoge | klein*, kort*, laag, lage
speed: snel* | langzaam, trage, traag
age: nieuw*, recent* | oud*, vorig*
own: eigen | gehuurd*, geleend*
day: ochtend*, overdag, morgens | avond*, nacht*, 's nachts
weekdays: werkdag*, doordeweeks* | weekend*
wetness: nat*, vochtig* | droog*
heat: warm*, heet | koud*, koel*
full: vol, volle, gevuld | leeg*, lege
above: boven | beneden, onder
left: links, linker* | rechts, rechter*
sort: oplopend* | aflopend*
encrypted: versleutel* | onversleuteld*
adult: volwassen* | kind*, minderjarig*, baby*
hands: met de hand | machine, wasmachine
collect: ophal*, opgehaald, afhal* | bezorg*, lever*, geleverd
buy: koop*, kopen, gekocht | verkoop*, verkocht
lend: leen*, lenen, huur*, huren | terugbreng*, terugbrengen, inlever*
guests: lid, leden, klant* | niet-leden, gasten, gast, bezoeker*
letter-case: hoofdletter* | kleine letter*
company: alleen, zonder begeleiding | begeleid*, samen met
reversal: ongedaan, herstel*, teruggehaald | definitief, onomkeerbaar, blijvend
`;

export const NL_MARKERS = `
not: niet, nee, mag niet, mogen niet, geen, nooit, zonder, niemand, niets, nergens, noch, in plaats van
optional: niet nodig, hoeft niet, hoeven niet, hoef je niet, niet verplicht, optioneel, facultatief, vrijwillig, hoeft geen, is geen * nodig
must: moet, moeten, verplicht, nodig, noodzakelijk, dient, dienen
may: kan, kun, kunnen, mag, mogen, mogelijk, toegestaan
only: alleen, enkel, slechts, uitsluitend
except: behalve, tenzij, uitgezonderd, alleen als
all: alle, alles, altijd, elk, elke, ieder, iedere, steeds, zelfs, ook als, zonder uitzondering, onbeperkt, allemaal, inclusief
hedge: normaal, meestal, gewoonlijk, vaak, soms, doorgaans, kan, kunnen, ongeveer, sommige, enkele, misschien, in de regel, waarschijnlijk
if: als, wanneer, indien, wie, bij
light: kortom, kort gezegd, is, zijn, was, waren, wordt, worden, werd, werden, heeft, hebben, had, doen, doet, ook, al, zo, dan, daar, hier, dit, deze, dat, die, het, er, ja, nee, zeer, ding*, geval, manier, gaat, gaan, kan, kunnen, kun, moet, moeten, mag, mogen, terwijl, omdat, als, wanneer, waar, je, jij, u, hun, ze, men, wel, heb, laat, laten
forbid: mag niet, mogen niet, kan niet, kunnen niet, kun je niet, verboden
`;
