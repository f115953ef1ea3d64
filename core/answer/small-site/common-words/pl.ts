/** Common Polish words that no page is about, in the forms in which a question is told with them. */
export const COMMON_PL = `
czy jak co kto kiedy gdzie ile jaki jaka jakie jakich jakim który która które których dlaczego czemu po na w we z ze do
od u o i a oraz lub albo ale więc bo że żeby aby jeśli jeżeli gdy gdyby to ten ta te tego tej tym tych taki taka takie
ja ty on ona ono my wy oni mnie mi mną ciebie ci was wam wami nas nam nami jego jej ich im się sobie siebie swój swoja
swoje mój moja moje mojego mojej moim moją nasz nasza nasze wasz wasza wasze waszej waszym pan pani państwo państwa
jest są był była było być będzie będą jestem jesteś jesteście jesteśmy mam masz ma macie mamy mają mieć mogę może możesz
możecie możemy mogą można móc muszę musi musisz musimy trzeba należy chcę chce chcesz chcecie chcemy chciałbym chciałabym
chcielibyśmy potrzebuję potrzebny potrzebna potrzebne szukam robię robicie robi zrobić robić daje dać dajecie
oferujecie proponujecie prowadzicie przyjmujecie sprzedajecie kupić kupuję kupiłem kupiłam idę iść przyjść przyjdę
przyjechać przyjadę wziąć biorę bierzecie znaleźć znajdę wiem wiedzieć powiedzieć proszę dziękuję dzień dobry witam cześć
hej tak nie już jeszcze tylko też także bardzo trochę dużo mało więcej mniej najlepiej lepiej teraz dziś dzisiaj jutro
wczoraj zaraz potem później wcześniej zawsze nigdy czasem często raz razy tydzień tygodnie tygodni dni dzień miesiąc
miesiące miesięcy rok lata godzina minut minuty jeden jedna jedno dwa dwie trzy cztery pięć sześć siedem osiem dziewięć
dziesięć ktoś coś gdzieś jakiś jakaś jakieś wszystko wszyscy każdy każda każde inny inna inne nowy nowa nowe stary stara
stare duży duża duże mały mała małe dobry dobra dobre tu tutaj tam stąd bez dla przed za nad pod przez przy między
podczas około ok np mąż żona mama tata córka syn brat siostra znajomy przyjaciel rzecz sprawa problem pytanie
`;
