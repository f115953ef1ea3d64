/** Polish wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const POLISH_KINDS = `
hours: godzin* otwarcia, otwart*, czynn*, nieczynn*, zamknięt*, godziny pracy, godziny przyjęć, otwieramy, zamykamy | w jakich godzinach, o której otwieracie, o której zamykacie, do której, od której, kiedy otwarte, kiedy otwieracie, jesteście otwarci, godziny, kiedy mogę przyjść, kiedy można przyjść | pn, poniedziałek, codziennie, całą dobę
monday: poniedział* | | codziennie, w dni robocze, pn
tuesday: wtor* | | codziennie, w dni robocze
wednesday: środ* | | codziennie, w dni robocze
thursday: czwart* | | codziennie, w dni robocze
friday: piątek, piątk* | | codziennie, w dni robocze
saturday: sobot*, weekend* | | codziennie
sunday: niedziel*, weekend* | | codziennie
holiday: święt*, !wielkanoc*, !boże narodzenie, !sylwest*, !majówk*, urlop*, dni wolne
season: sezon*, zim*, latem, lato, letni*, wiosn*, jesieni*, cały rok, całoroczn*|| od maja, od kwietnia, do września, do października
price: cen*, koszt*, opłat*, stawk*, taryf*, zł, złot*, pln | ile kosztuje, ile zapłacę, ile płacę, po ile, za ile, ile za, ile bierzecie, ile to, drogo | za sztukę, za osobę, za godzinę, za dobę, za noc
extra: dopłat*, wliczon*, w cenie, dodatkow*, zawiera | czy w cenie, płaci się osobno
free: bezpłat*, darmow*, za darmo, gratis | bez opłat, nic nie kosztuje | nie pobieramy
discount: zniżk*, rabat*, promocj*, ulg*, taniej, upust*, przecen*, karnet* | jest taniej, macie zniżki | procent, ulgow*
student: !student*, !uczni*, !uczen*, !legitymacj*
senior: senior*, emeryt*, babci*, dziadk*
address: adres*, ul, ulic*, siedzib*, lokalizacj* | gdzie jesteście, gdzie was znajdę, gdzie się znajdujecie, gdzie to jest, gdzie się mieścicie, jak do was trafić, jak dojechać, jak trafić | znajdziesz nas, znajdą nas państwo, mieścimy się
phone: telefon*, tel, komórk*, infolini* | zadzwoni*, numer, jaki numer, dzwonić | pod numerem
email: email*, mail*, e mail* | napisać do was, gdzie napisać
contact: kontakt*, skontaktow* | jak się skontaktować, z kim rozmawiać | napisz do nas, zadzwoń
delivery: dostaw*, wysyłk*, wysył*, przesyłk*, kurier*, paczk*, paczkomat*, dowoz*, dowóz, dowozi* | przywieziecie, wyślecie, do domu | dostarcza*
delivery-time: czas dostawy, czas wysyłki, termin dostawy | kiedy przyjdzie, kiedy dojdzie, jak długo idzie, jak szybko wysyłacie | dni robocze
abroad: zagranic*, !niemiec, !niemcy, !czech*, !słowac*, !unii, za granicę
returns: zwrot*, zwróci*, wymian*, wymieni*, odstąpieni* | oddać, nie pasuje, odesłać, za małe, za duże | 14 dni, 30 dni
refund: zwrot pieniędzy, zwrot kosztów, zwrot środków, zwracamy pieniądze, zwrot zaliczki | oddacie pieniądze, odzyskać pieniądze, dostanę zwrot, pieniądze z powrotem | zwracamy
cancel: odwoła*, anulow*, rezygn*, rezygnacj*, przełoży*, zmian* terminu, odwołani* | nie mogę przyjść, nie dam rady, coś mi wypadło, zmienić termin, odwołać | do 24 godzin
late: spóźni*, spóźnien* | spóźnię się
leave: wypowiedz*, rozwiąza*, okres wypowiedzenia | jak zrezygnować, usunąć konto
payment: płatnoś*, płaci*, zapłat*, zapłaci*, !kart*, !gotówk*, !blik*, !przelew*, !paypal | można kartą, kartą, jak zapłacić
instalments: rat*, na raty
deposit: kaucj*, zaliczk*, zadat*, przedpłat*
invoice: faktur*, paragon*, rachun*
parking: parking*, parkow*, zaparkow*, miejsc* postojow*, samochód, samochodem, autem, podwórz*, podwórk* | gdzie zostawić samochód, zostawić auto, gdzie stanąć
charging: ładowark*, ładowan*, stacj* ładowania
transport: autobus*, tramwaj*, pociąg*, dworz*, przystan*, metr*, dojazd*, komunikacj* | jak dojechać
distance: jak daleko, odległoś*, daleko, blisko, pieszo | ile kilometrów, ile się idzie | minut pieszo, minut spacerem, km
area: okolic*, w promieniu | dojeżdżacie do, przyjeżdżacie do
home-visit: wizyt* domow*, dojazd do klienta | przyjedziecie do, do domu
children: dziec*, dziecięc*, niemowl*, fotelik*, maluch*, rodzin*, wózk* dziecięc*, wózek | z dzieckiem, dla dziecka, córk*, syn*
age: wiek*, lat, roku życia, pełnoletni* | od ilu lat, ile trzeba mieć lat
pets: psa, psem, psy, psów, pies, psi*, kot*, zwierz* | z psem, pieska, mój pies
access: wózk* inwalidz*, niepełnospraw*, wind*, schod*, podjazd*, bez barier, bezbarier*, parter*, próg, progu, progów, pochylni*, dostępn* dla | na wózku, schodów, wjedzie wózek, nie chodzi
toilet: toalet*, wc, łazien*
wifi: wifi, internet*
booking: rezerw*, zapis*, umówi*, zarezerw*, wizyt* | czy trzeba się umawiać, bez zapisów, zapisać się, bez umawiania
waiting: kolejk*, czas oczekiwania, woln* miejsc*, woln* termin*, lista oczekujących | są miejsca, jak długo się czeka
lead-time: z wyprzedzeniem, wcześniej, najpóźniej | ile wcześniej | dni przed, dzień przed
duration: trwa*, czas trwania, czas realizacji, termin* napraw* | jak długo, ile trwa, ile czasu, na kiedy | zwykle trwa
valid: ważn*, termin ważności | jak długo ważny
minimum: minimum, minimaln*, co najmniej
capacity: liczb* osób, pomieści*, miejsc siedzących | ile osób, na ile osób | do 10 osób, do 20 osób
group: grup*, szkoł*, wycieczk*
party: urodzin*, imprez*, wesel*, przyjęc*
gift: prezent*, bon*, voucher*, kart* podarunk*
founder: właściciel*, założyciel*, założy*, szef*, prowadzi | kto prowadzi, kto jest właścicielem, czyje to
staff: zespół, zespoł*, pracowni*, instruktor*, lekarz*, trener*, nauczyciel*, mechani* | kto prowadzi, kto się zajmuje
job: praca u nas, zatrudni*, rekrutacj*, etat*, staż*, praktyk* | szukacie ludzi, szukacie pracowników
bring: zabra*, przynie*, weź, zabierz | co zabrać, co wziąć ze sobą, co przynieść
rent: wypożycz*, wynaj*, najem*, najm*
guarantee: gwarancj*, rękojmi* | jest gwarancja
damage: uszkodz*, zniszcz*, popsu*, zepsu*
repair: napraw*, serwis*, przegląd*, regulacj* | naprawicie, nie działa
emergency: pilne, pilny, awari*, nagł*, dyżur*, pogotowi*
insurance: ubezpiecz*, nfz, refundac*
food: jedzeni*, obiad*, śniadan*, kolacj*, posiłk*, menu, jeść
drink: !kaw*, !herbat*, !piw*, !wino, napoj*, napój, alkohol*
diet: wegan*, wegetaria*, gluten*, alerg*, laktoz*
noise: cisz*, hałas*
collect: odbiór, odbior*, odebra* | gdzie odebrać
shop: sklep*, sprzeda*
language: po angielsku, po niemiecku, język*
certificate: zaświadczen*, certyfikat*
membership: członk*, karnet*
trial: próbn*, na próbę
room: pokój, pokoj*, nocleg*
ticket: bilet*, wstęp*
key: klucz*
anxious: boję się, boi się, boisz się, boje się, strach*, lęk*, stres*, znieczulen*, narkoz*
noshow: nieodwołan*, niestawienn*, nieobecnoś*, nie przyjdzie, nie przyjdziesz| zapomnia*, nie przyjdę, nie stawię się
pain: ból, bólu, bólem, bóle, boli, bolą
tooth: ząb, zęb*, plomb*, implant*, dziąs*
care: pielęgn*, czyszczen*
car: samochod*, pojazd*
bicycle: rower*
weather: pogod*, deszcz*, pada
smoking: pali*, papieros*
photo: zdjęci*, fotograf*
garden: ogród, ogrod*, taras*
wear: ubrani*, strój, stroj*, obuwi*, buty
beginner: początkując*, dla początkujących
first-visit: pierwsz* wizyt*, pierwszy raz
privacy: rodo, dane osobowe, danych osobowych, poufn*
account: konto, konta, haseł*, hasło, logowan*, zalogow*
subscription: abonament*, subskrypcj*
`;
