/** Dutch wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const DUTCH_KINDS = `
hours: openingstijd*, openingsuren, geopend, gesloten, open, sluit*, dicht, openings* | hoe laat, zijn jullie open, wanneer open, tot hoe laat, wanneer zijn jullie, bent u open | uur, dagelijks, tijden
monday: maandag*, ma | | dagelijks, elke dag, doordeweeks, maandag tot, ma vr
saturday: zaterdag*, za, weekend* | | dagelijks, elke dag
sunday: zondag*, zo, weekend* | | dagelijks, elke dag
wednesday: woensdag*, wo | | dagelijks, elke dag, maandag tot
holiday: feestdag*, !kerst*, !pasen, vakantie*, !oud en nieuw
season: seizoen*, winter*, zomer*, herfst*, lente, voorjaar*, hele jaar | | november, oktober, maart, april
evening: avond*, s avonds, nacht*, s nachts, laat
morning: ochtend*, s ochtends, vroeg
price: prijs*, prijzen, kosten, tarief*, tarieven, *prijs, *tarief | wat kost, hoe duur, hoeveel kost, hoeveel betaal, kost, wat rekenen jullie, hoeveel | per dag, per uur, per persoon, per nacht
extra: toeslag*, bijkom*, inclusief, inbegrepen, extra, supplement* | zit .. bij, moet ik bijbetalen
free: gratis, kosteloos, zonder kosten, kostenloos | niets betalen, zonder te betalen
discount: korting*, aanbied*, actie*, goedkoper, voordelig*, arrangement*, *korting | goedkoop
student: !student*, !scholier*
senior: senior*, 65 plus*, ouderen, gepensioneerd*
address: adres*, locatie*, route*, routebeschrijving*, bereikbaar*, waar vind | waar zitten jullie, waar is, waar zijn jullie, waar vind ik, hoe kom ik
phone: telefoon*, tel, bel, bellen, telefoonnummer*, mobiel*, belt | jullie nummer, nummer, kan ik bellen, iemand spreken
email: email*, mail*
contact: contact*, bereik*, neem contact, spreekt u | hoe bereik ik, iemand spreken
delivery: bezorg*, lever*, verzend*, breng*, pakket*, bezorgservice*, *bezorging | brengen naar, brengen jullie, opsturen, thuisbezorg*, kunnen jullie .. brengen
delivery-time: levertijd*, bezorgtijd* | wanneer komt mijn, hoe lang duurt de levering
abroad: buitenland*, internationaal*, !belgië, !duitsland, !frankrijk, europa
returns: retour*, terugstur*, ruil*, omruil*, herroep* | terugbrengen, past niet, niet goed
refund: terugbetal*, geld terug, restitutie*, terugstort* | krijg ik mijn geld, borg terug, terug wanneer, terugkrijg* | terug op uw, terug, teruggestort
cancel: annuleer*, annuler*, afzeg*, opzeg*, afbel*, verplaats*, wijzig*, verzet* | kan niet komen, gaat niet door, afzeggen, andere dag | kosteloos annuleren, tot 24 uur
noshow: niet komen opdagen, no show
late: te laat, laat terug, later, vertrag*
pause: pauzer*, tijdelijk stop*
leave: opzegg*, beëindig*, uitschrijv*
payment: betaal*, betalen, betaling*, betaalmethode*, !pin*, !contant*, !ideal, !creditcard*, !paypal, !bankpas*, !overschrijv*, !factuur, !pinpas, !contactloos, !cash, !apple pay | pinnen, met pin | afrekenen
instalments: termijn*, gespreid*, afbetal*, in delen
deposit: borg*, waarborg*, aanbetal*, vooruitbetal*, waarborgsom* | vooraf betalen
invoice: factuur*, bon, btw, rekening
parking: parkeer*, parkeren, parkeerplaats*, parkeerterrein* | auto laten, auto kwijt, auto zetten, waar laat ik mijn auto
charging: laadpa*, oplaad*, opladen, elektrische auto*
transport: bus, trein*, station*, halte*, openbaar vervoer, tram, metro, veerboot*, pont, boot
bicycle: fiets*, *fiets, *fietsen, fietsen
distance: hoe ver, afstand*, kilometer*, km, lopen, loopafstand, dichtbij, buurt | hoe ver kom je | bereik, actieradius
area: regio*, omgeving*, gebied*, bezorggebied*, werkgebied* | komen jullie ook in, bij ons
home-visit: aan huis, thuis, huisbezoek* | naar onze, bij mij thuis
children: kind*, kinder*, *kind, kindje*, baby*, peuter*, kleuter*, gezin*, zoon*, dochter*, kinderzitje*, kinderstoel*, stoeltje*, jeugd*, tiener*, zitje* | jaar oud, van 2, mijn zoon, mijn dochter
age: leeftijd*, hoe oud, vanaf welke leeftijd, minimumleeftijd* | te jong | vanaf 18, jaar en ouder
pets: hond*, huisdier*, dier, dieren, !kat, !katten, !paard*, viervoeter*, hondje | hond mee | aangelijnd, hondenkar*, hondenmand*
access: rolstoel*, toegankelijk*, drempel*, lift, trap, trappen, gelijkvloers*, invalid*, mindervalid*, rollator*, begane grond
toilet: toilet*, wc
shower: douche*, bad, badkamer*
changing: kleedkamer*, kleedhok*, locker*, kluisje*
luggage: bagage*, koffer*, tas, tassen
wifi: wifi, internet*
booking: reserveer*, reserver*, boek*, boeking*, afspraak*, aanmeld*, inschrijv* | kan ik zo langskomen, van tevoren | aan de telefoon
waiting: wachtlijst*, wachttijd*, volgeboekt, beschikbaar*
lead-time: van tevoren, vooraf, op tijd | hoe lang van tevoren | dag van tevoren, uiterlijk
duration: hoe lang, duur, duurt, minuten, hoelang | hoe lang duurt, wanneer klaar | ongeveer, werkdagen
valid: geldig*, verloop*, houdbaar*
minimum: minimaal, minimum, minstens
maximum: maximaal, maximum, hoogstens, max
capacity: hoeveel personen, plaatsen, personen, groepsgrootte | hoeveel mensen, met hoeveel | per groep
group: groep*, groepen, school*, bedrijfsuitje*
party: feest*, verjaardag*, kinderfeest*, evenement*, huren, partij
wedding: bruiloft*, trouw*, huwelijk*
gift: cadeau*, cadeaubon*, kado*, waardebon*
founder: opgericht*, oprichter*, eigenaar*, eigenaren, geschiedenis*, familiebedrijf*, begon, gestart, generatie*, zaak | wie heeft de zaak, wie is de eigenaar, wie heeft .. opgericht, wie is de baas, wie zit er achter | van schuur tot zaak, over ons, runnen, begonnen
company-age: sinds wanneer, opgericht | hoe lang bestaan, sinds wanneer | sinds, in 19*, in 20*, jaar geleden
staff: team, medewerker*, personeel, docent*, leraar*, instructeur*, wie geeft | wie geeft, wie doet, wie is
qualified: gecertificeerd*, erkend*, gekwalificeerd*, diploma*, keurmerk*
job: vacature*, werken bij, baan, stage*, sollicit*, bijbaan* | hebben jullie werk
beginner: beginner*, ervaring*, eerste keer, nooit eerder
first-visit: eerste bezoek, eerste keer, nieuwe klant*, intake*
bring: meenemen, meebreng*, neem mee | wat moet ik meenemen, heb ik nodig
wear: kleding*, schoenen, aantrekken, dragen
provided: aanwezig, leen*, lenen, beschikbaar, te leen | hebben jullie, heb je, is er
rent: huur*, verhuur*, huren, *verhuur, huurpri*
id: legitimatie*, identiteit*, paspoort*, rijbewijs*, idbewijs*, id kaart
guarantee: garantie*, klacht*
damage: schade*, kapot*, stuk, beschadig*, defect* | kapot
breakdown: pech*, bandenpech*, lekke band, lek, band, panne | onderweg kapot, lekke | langs de weg
lost: verloren, kwijt, gestolen, diefstal*, gejat, vermist* | gejat wordt, weg is, gestolen wordt | aangifte
track: volgen, track*, bestelling volgen
repair: reparatie*, repareer*, repareren, maken, onderhoud* | laten maken
complaint: klacht*, ontevreden
emergency: nood*, spoed*, dringend, meteen
insurance: verzeker*, eigen risico, polis*
privacy: privacy*, gegevens, avg
account: account*, wachtwoord*, inloggen
subscription: abonnement*, maandelijks
membership: lid, lidmaatschap*, leden, contributie*
trial: proef*, proefles*, proberen, uitprober*, proefrit*
loyalty: spaar*, punten, stempelkaart*
food: eten, restaurant*, café*, lunch*, diner*, ontbijt*, maaltijd*, snack*, terras*
drink: drank*, drinken, koffie*, bier, wijn
diet: allerg*, !vegan*, !vegetar*, !gluten*, !lactose*, !noten, ingrediënt*, dieet*
smoking: rook*, roken
noise: geluid*, lawaai*, muziek*, stilte, rust
photo: foto*, !video*
weather: weer, regen*, slecht weer
heating: verwarm*, temperatuur*, !airco*, graden
pool: zwembad*, !sauna*, zwemmen
arrival: aankomst*, aankomen, inchecken, check in
departure: vertrek*, uitchecken, check out
collect: ophaal*, ophalen, afhaal*, afhalen
return-item: inlever*, terugbreng*, te laat terug, inleveren
shop: winkel*, zaak, showroom*
branches: vestiging*, filiaal*, andere plaats, andere locatie*
online: online*, website*, internet, !app
language: taal*, talen, spreekt, !engels*, !duits*, !frans*
brands: merk*, merken
size: maat*, maten, afmeting*, groot*, lang, breed, framemaat*
material: materiaal*, gemaakt van
origin: waar komt, herkomst*, afkomstig*, lokaal
organic: duurzaam*, biologisch*, milieu*, recycl*
care: onderhoud*, wassen, schoonma*, reinig*
custom: maatwerk*, persoonlijk*, graveer*, gepersonaliseer*
business: bedrijf*, bedrijven, zakelijk*
quote: offerte*, prijsopgave*
permission: mag, toegestaan, verboden, mogen, welkom | mag ik, is het toegestaan, mag de
health: zwanger*, gezond*, ziek*, blessure*
timetable: rooster*, lesrooster*, data, start*, wanneer is
stay-longer: verleng*, langer, nachten | langer houden
room: kamer*
helmet: helm*
ebike: ebike*, e bike*, elektrische fiets*, elektriese fiets*, accu*
mtb: !mountainbike*, !racefiets*, !mtb
ticket: toegang*, entree*, ticket*, kaartje*
playground: speeltuin*
garden: tuin*
plant: plant*, bloem*
key: sleutel*
hair: haar, kapsel*, knip*
linen: handdoek*, beddengoed*
`;
