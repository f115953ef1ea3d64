/** Common Dutch words that no page is about, in the forms in which a question is told with them. */
export const COMMON_NL = `
veel weinig meer minder daarna eerder straks samen alleen ook misschien snel makkelijk moeilijk zelfde andere ander
beter slechter gebeurt gebeuren erg heel best gewoon even dus toch gisteren onderweg zon zulke verkopen verkoopt
verkoop bieden biedt aanbieden doen doet komen komt sturen stuurt kopen gekocht geven geeft brengen brengt nemen
neemt hebben maken laten krijgen krijg kregen week weken dag dagen maand maanden jaar jaren vandaag morgen tijd uur
uren minuut minuten twee drie vier vijf moeder vader man vrouw dochter zoon zus broer vriend vriendin familie mensen
iemand ding dingen iets niets alles soort probleem vraag plek plaats nu altijd nooit keer nou zo zelf eigen groot
grote klein kleine nieuw nieuwe oud oude goed goede beste mogelijk kan kunnen kunt zou zouden wil willen wilt nodig
zoek zoeken weten weet vinden jullie onze ons mijn me mij je hier gaan ga bedankt hallo per erbij eraf erop erin
eruit ervan ermee daar ergens nergens overal binnen buiten boven beneden onder achter voor naast tussen tegen zonder
met door over tot tijdens sinds volgens vanwege omdat want maar terwijl hoewel zodat zodra zolang indien als dan nog
al pas net steeds weer nogal vrij zeer te ongeveer bijna genoeg ruim slechts zelfs vooral eigenlijk echt meestal
soms vaak regelmatig direct meteen wellicht trouwens anders wel niet geen af aan op in uit mee terug los vast klaar
na bij naar langs ben bent is zijn was waren geweest word wordt worden werd geworden heb hebt heeft had hadden gehad
gaat ging gegaan kom kwam gekomen doe deed gedaan kon konden moet moeten moest hoef hoeft hoeven mag mogen mocht
wilde wilden zal zullen blijf blijft blijven bleef sta staat staan stond zit zitten zat lig ligt liggen lag zet
zetten gezet leg legt leggen gelegd hang hangt valt vallen viel gevallen haal haalt halen gehaald laat liet gelaten
houd houdt houden hield gehouden neem nam genomen pak pakt pakken gekregen breng gebracht stuur gestuurd zie ziet
zien gezien kijk kijkt kijken bekijken hoor horen gehoord lees lezen schrijf schrijven zeg zegt zeggen gezegd praat
praten spreken vraagt vragen gevraagd antwoord wist denk denkt denken dacht vind vindt vond gevonden geloof lijkt
snap begrijp begrijpt begrepen ken kent kennen voel bedoel bedoelen probeer begin begint begonnen stop stopt stoppen
gestopt eindigt duurt werkt werken gewerkt gebruik gebruikt help helpt geholpen regel regelt regelen zorg zorgt kies
kiezen wissel wisselen verander veranderen wacht wachten loop loopt gelopen rijd rijdt rijden gereden draag draagt
dragen trek trekt trekken draai lukt gelukt red redden scheelt past passen paste ruik smaakt wonen woon woont leven
leeft heten heet noemen mis missen vergeet vergeten verlies terugkrijgen meegeven meenemen rondkijken langskomen
aannemen accepteren accepteert naam kant manier reden geval moment einde eind midden helft deel rest info informatie
idee tip bedoeling verhaal volgende vorige laatste eerste tweede derde huidige momenteel tegenwoordig binnenkort
vanavond vanmiddag vanochtend vannacht overmorgen eergisteren later vroeger ooit tijdje paar enkele sommige elke elk
ieder iedere iedereen niemand alle allemaal beide hele half dubbel enkel zes zeven acht negen tien twaalf twintig
honderd kort korte lange hoog hoge laag lage brede dikke dunne zware licht kleiner groter jong slechte leuk leuke
mooi mooie lelijk raar vreemd normaal normale speciaal speciale bepaald bepaalde verschillende duidelijk zeker
veilig blij boos bang rustig druk moeilijke makkelijke simpel belangrijk verplicht mogelijke mama papa ouders opa
oma schoonmoeder schoonvader partner vent vriendje buurman buurvrouw collega collegas kennis mens volwassene
volwassenen persoon kerel jongen meisje wij we zij ze hij haar hem hun ik u uw jouw jou dit dat deze die wie wat
welke ff mn m n t ie effe aub svp graag alvast hoi hey dankjewel groetjes oke ok ja nee kun huis thuis ineens weg
slecht geld dood werkje blaadje
`;
