/** English words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const EN_SYNONYMS = `
case: case, upper case, lower case, uppercase, lowercase, upper and lower case, capitalis*, capital letters
cost: cost*, price*, pay, pays, paid, paying, charge*, fee*, rate, rates, expense*, amount*, payment*, spend, bill, bills, tariff*, fare*
refund: refund*, money back, get back, reimburs*, given back, paid back, pay back, returned, credited, credit
book: book*, reserv*, appointment*, slot, slots, make an appointment, set aside, kept aside
cancel: cancel*, call* off, withdraw*, back out
phone: phone*, call, calls, calling, called, ring, rings, ring up, telephone*, by phone, helpline, hotline
write: write*, writing, e-mail*, email*, mail, let know, message*, contact*, get in touch, notify, notif*, inform*, tell, tells, report*, announce*
site: site*, page*, blog
file: file*, document*, paper*, attachment*
folder: folder*, director*
show: show*, display*, list, lists, listed, print*, output*, see, seen, sees, visible, view*, appear*, lamp, light
error: error*, warning*, warn*, fault*, problem*, trouble, issue*, message
check: check*, verif*, validat*, test*, inspect*, look* at, examin*, assess*, control*
run: run, runs, running, execut*, launch*, start, starts, call, calls, called, invoke*, perform*
setting: setting*, option*, parameter*, config*, field*, key, keys, property, properties, value*, preference*, flag*, argument*, set
default: default*, factory, out of the box, preset, unless you set, unless you change, if you leave out, when omitted, leave out, left out, omitted, without, otherwise, standard, initial*, no … is named, not specified, unless
change: chang*, edit*, modif*, alter*, switch*, adjust*, swap*, convert*, replac*, exchang*, substitut*, transform*, new value
extend: renew*, extend*, prolong*, continu*, longer
expire: expir*, valid until, validity, valid for, last*, lifetime, good for, run out, runs out, time out, times out, timeout, used up
period: period*, duration, term, stretch, loan, loans, time, how long, take*, takes, took
need: need*, require*, necessary, must have, mandatory, essential, depend*, prerequisite*, compulsory
person: people, person*, somebody, someone, anybody, anyone, everybody, everyone, participant*, individual*, those, who, whoever, resident*, guest*, visitor*, user*, customer*, applicant*, client*, owner*, reader*, patient*, member*, student*, you
child: child*, kid*, young*, under-age, minor*, boy*, girl*, baby, babies, infant*, toddler*, teenager*, year-old
old: senior*, elderly, pensioner*, retired, aged, old
parent: parent*, guardian*, mother*, father*, famil*, mum, dad
animal: pet*, dog*, cat, cats, animal*, puppy, puppies
car: car, cars, vehicle*, van, vans, auto, automobile*
puncture: puncture*, flat, tyre*, tire, tires, wheel*
bike: bike*, bicycle*, cycle*, e-bike*
parking: park*, garage*, space*, place*, parking space*, bay
room: room*, bedroom*, accommodation, suite*, cabin*, flat*, apartment*, house*, home*, building*, household*
luggage: luggage, bag*, suitcase*, baggage, belongings
food: food*, meal*, breakfast*, lunch*, dinner*, eat*, snack*, cook*, dish, dishes, drink*, cuisine
bed: night*, overnight, sleep*, stay*, spend the night
time: clock*, hour*, o'clock, time*, schedule*, timetable
date: date*, day*, calendar, dated
deadline: deadline, close*, due, by, until, till, cutoff, no later
monday: monday*
tuesday: tuesday*
wednesday: wednesday*
thursday: thursday*
friday: friday*
saturday: saturday*, weekend*, week-end
sunday: sunday*, weekend*
holiday: holiday*, festive, bank holiday*, vacation*, break
spring: spring
summer: summer*
autumn: autumn, fall
winter: winter*
same-day: same day, same-day, today, on the day, that day
at-once: at once, immediate*, right away, straight away, instantly, without delay, directly, promptly
early: early, in advance, ahead, beforehand, advance, prior, notice
late: late*, overdue, delay*, behind schedule
fine: fine*, penalt*, late fee*, sanction*
ticket: ticket*, admission*, entry, entrance, entries, get in, enter, enters, admit*, let in, come in
card: card*, pass
lost: lost, lose*, missing, stolen, theft, robbed, steal*, gone, disappear*, vanish*
damage: damag*, broken, break*, leak*, burst, defect*, harm*, loss*, faulty
repair: repair*, fix*, mend*, servic*, maint*, restor*
clean: clean*, wash*, wipe*, rinse*, laundr*
put: put, puts, place*, pour*, fill*, insert*, load*, set out, install*, fit, mount*, use*, using
take-out: take out, taken out, remove*, unscrew*, take off, pull out, extract*, empty, emptied, uninstall*
tighten: close*, tighten*, shut*, seal*, lock*, block*, turn off
water: water*, tap
fuel: fuel*, tank*, petrol, gas, gasoline, diesel, refuel*
power: power, electric*, charg*, battery, batteries, plug*, socket*, rechargeable
server: server*, host*, machine*, computer*
connection: connect*, link*, network*, reach*, access*
request: request*, ask*, appl*, order*, demand*, claim*
response: response*, repl*, answer*, return*, result*, output, get back
send: send*, sent, submit*, post*, transfer*, upload*, push*, transmit*, mail*, ship*, deliver*, forward*, redirect*, dispatch*
arrive: arriv*, come*, reach*, get to, turn up
parcel: parcel*, package*, shipment*, delivery, consignment*, good, goods, item*, thing*, piece*, product*, article*, object*
furniture: furniture, sofa*, wardrobe*, mattress*, table, chair*, couch
waste: waste, rubbish, trash, garbage, refuse, litter
sign-in: log in, login, sign in, signin, authenticat*, password*, credential*, account*, sign-on
administrator: owner*, admin*, administrator*, manager*, responsible
plan: plan*, subscription*, tier*, package*, membership*, edition*, tariff*
voucher: voucher*, gift*, coupon*, gift card*
insurance: insur*, cover*, policy, policies, claim*, assess*, excess, deductible, bear* yourself
doctor: doctor*, physician*, dr, nurse*, gp, practice*, clinic*, surgery, hospital*
illness: illness*, disease*, sick*, ill, condition*, allerg*, pain
school: school*, class*, course*, lesson*, train*, programme*, program*, study, studies, studying, degree*, university, bachelor*, master*
teacher: teach*, taught, instruct*, lectur*, run by, led by, trainer*
language: language*, translat*, interpret*, english, german, spanish, french, italian
picture: photo*, picture*, image*
spectacles: spectacles, glasses, goggles
towel: towel*
cap: cap, hat, swimming cap
swim: swim*, pool*, bath*, lane*
apron: apron*
wine: wine*, glass of wine
garden: garden*, yard*, courtyard*, lawn
seat: seat*, chair*, place*, wheelchair*
disabled: disab*, wheelchair*, handicap*
performance: performance*, show, shows, play, concert*, event*, screening*, opera
interval: interval, intermission, break
group: group*, batch*, team*
discount: discount*, off, reduc*, cheaper, sav*, concession*
concession: unemploy*, jobseeker*, out of work, without a job, student*, apprentice*
police: police, crime
bank: bank*, insurer*, company, provider*, supplier*, firm
street: street*, road*, address*, locat*, situat*, lie, lies, lane
pavement: pavement*, sidewalk*, kerb*, outside
weight: weigh*, heav*, kg, gram*, kilo*, mass
size: size*, larg*, big, bigger, height, high*, tall*, length, long*, width, wide, volume, dimension*, measure*
temperature: temperature*, degree*, warm*, hot, cold*, heat*
window: window*, door*
device: device*, machine*, appliance*, unit, thermostat*
stuck: stuck, jam*, block*
assume: assum*, suppos*, believ*, think*, expect*, consider*, treat*, count*, taken, regard*, interpret*, understood, understand, read as, seen as
read: read, reads, reading, load*, pars*, pick* up
share: share*, sharing, shared
note: note*, comment*, remark*, react*
delete: delet*, remov*, eras*, get rid, wipe*, purge*, drop*
copy: copy, copies, copied, backup*, duplicate*, version*, clone*
save: save*, stor*, keep*, kept, persist*, retain*, remember*, hold*, archive*
split: split*, divid*, piece*, part, parts, chunk*, separate*, section*
sequence: order*, sequence, sort*, rank*, list*, one after
count: count*, number*, total*, quantit*, how many, amount
character: character*, letter*, char, chars, length, digit*
name: name*, call*, title*, label*, identifier*
create: creat*, mak*, made, generat*, build*, built, produc*, form*, bring about, construct*
update: updat*, upgrad*, new version*, latest, newer
support: support*, compatible, compatibility, work* with, accept*, help*, assist*, service*
work: work*, function*, operat*, usable
use: use*, using, usage, employ*, apply, applies, applied, redeem*
get: get*, got, receiv*, obtain*, have, has, having, own*, give*, gives, given, provid*, offer*, suppl*, available, grant*, deliver*, yield*, come with, becom*, issu*, comes, release*
choose: choos*, chose*, select*, pick, picks, picked, opt*, decid*, prefer*, name*
find: find*, found, search*, locat*, look* for, discover*, notic*, detect*, discovery
together: together, combin*, both, join*, merg*, along with, with
take-home: take home, taken home, take away, use* inside, reference only
own-cost: extra, on top, additional*, separately, not included, further
partner: partner*, colleague*, together with
medicine: vaccin*, injection*, wound*, blood*, test*
video: video*, call*, remote*, online consultation
emergency: emergenc*, urgent*
yarn: yarn*, wool*, knit*, thread*, garment*, ball*
colour: colour*, color*, dye*, shade*
made-of: contain*, consist*, compos*, made of, made up of, made from, hold, holds
certificate: certificate*, transcript*, diploma*, proof, id, identification
signature: sign, signs, signed, signature*
score: score*, point*, credit*, mark*, grade*
wait: wait*, queue*, pending, hold*
leave: leave*, leaving, left, vacat*, depart*, go out, last day, check-out, abandon*
live: live*, living, lived, resid*
try: try, tries, trial*, tried, demo
rule: rule*, polic*, condition*, term, terms, law*
safe: safe*, secur*, protect*, guard*
parallel: parallel*, simultaneous*, at the same time, at a time, concurrent*, in one go
place: town*, city, cities, county, village*, local*, area*, region*
interrupt: interrupt*, disconnect*, cut off, where it stopped, left off
resume: resum*, carr* on, continu*, goes on, go on, pick up where
per-day: daily, per day, a day, each day, every day, day, days
per-week: weekly, per week, a week, each week, week, weeks
per-month: monthly, per month, a month, each month, month, months
per-year: yearly, annual*, per year, a year, each year, once a year, year, years, twelve months
per-hour: hourly, per hour, an hour, hour, hours
`;

export const EN_OPPOSITES = `
order: before, prior to, ahead of, beforehand, in advance, preceding | after, afterwards, following, later than
rank: first, top, earliest, beginning | last, end, bottom, latest, final, finally
amount: more, more than at, more than in, more than on, dearer, higher, extra, additional*, surcharge, increase*, increasing, rise*, raise*, grow*, expensive | less, less than at, less than in, less than on, cheaper, lower, decrease*, decreasing, reduc*, discount*, fewer, drop*, fall*, shrink*, cut, cheap
bound: at least, minimum, min, no less than, not less than, or more, or longer, or older, or later, or newer, or above, or over, minimal*, no fewer than, no earlier than, lower limit, lowest, smallest, shortest, over, above, older than, longer than, larger than, more than, exceed*, beyond | at most, maximum, max, up to, no more than, not more than, no longer than, no larger than, no later than, no higher than, or less, or fewer, or shorter, or younger, or earlier, as many as, as much as, maximal*, upper limit, highest, largest, longest, limit*, under, below, less than, fewer than, younger than, shorter than, within, ceiling
included: includ*, inclusive, comes with, come with, cover*, part of, contain*, built in, comprise*, incorporate*, insured | exclud*, exclusive of, charged separately, separate*, additional charge, extra charge, left out, leave out, leave* out, omit*, apart from, except, besides
enabled: enabl*, activat*, turn* on, switch* on, active, is on, are on, on by default, switched on, set to on | disabl*, deactivat*, turn* off, switch* off, shut* off, inactive, is off, are off, off by default, set to off, which is off
allowed: allow*, permit*, permission, welcome, authoris*, authoriz*, possible, let, lets | forbid*, forbidden, prohibit*, disallow*, ban, banned, impossible, prevent*, block*, refus*, deny, denied, denies
accepted: accept*, approv*, agree*, taken | reject*, declin*, refus*, turned down, turn* away
public: public, publicly, everyone can see | private, privately, confidential, secret
synchronous: synchronous*, in sync | asynchronous*, async
open: open, opens, opened, opening, staffed | closed, shut, locked
free: free, free of charge, for free, at no charge, at no cost, no charge, gratis, complimentary, no extra charge, no extra cost, waived, exempt, for nothing, costs nothing, cost nothing, pay nothing, nothing for | paid, charged, payable, chargeable, for a fee, at a charge, subject to a fee, fined
upload: upload*, push* | download*, pull*, fetch*
sender: sender, from you, sent by, payer, lender, seller | recipient, receiver, addressee, payee, borrower, buyer
upgrade: upgrade*, upgrading, upwards | downgrade*, downgrading, downwards
success: succeed*, success*, pass, passes, passed, valid, validly, correct*, ok, works, work, running | fail*, failure, invalid, error*, incorrect*, break*, broken, abort*, crash*
ignored: ignor*, skip*, no effect, disregard*, passed over, left out, dropped | raise*, throw*, error*, reject*, fail*, refuse*, warn*, taken into account, pay* attention, pays attention, consider*, respect*, honour*, honor*, obey*, adhere*
kept: keep*, kept, remain*, preserv*, retain*, stay*, stored, save*, saved, maintain*, unchanged | delet*, remov*, eras*, lost, lose*, discard*, wiped, destroy*, vanish*, disappear*, dispose*, throw* away, thrown away, expire*
started: start*, begin*, launch*, resume*, continue*, continuing, go* on, carr* on, proceed* | stop*, abort*, halt*, quit*, interrupt*, end, ends, ended, terminat*, cease*, finish*
arrival: arriv*, check in, check-in, arrival, pick up, collect* | depart*, leav*, check out, check-out, departure, vacate*, drop off
inside: inside, indoors, indoor, within the building | outside, outdoors, outdoor
added: add, adds, added, adding, insert*, append*, attach* | remov*, delet*, strip*, subtract*, detach*
hidden: hidden, hide*, invisible, out of sight | visible, shown, show*, display*, appear*
automatic: automatic*, by itself, on its own, by themselves, itself | manual*, by hand, yourself, on your own
temporary: temporar*, provisional*, for a while | permanent*, definitive*, final, for good, forever, irrevers*
online: online, website, web, internet, web site | at the desk, in person, on site, at the door, at the counter, box office, at the till
same: same, identical, equal, alike | different*, differ*, unlike, other
size: large*, big*, tall*, wide*, long*, high, heav* | small*, little, short*, narrow, low, light, minor, tiny
speed: fast*, quick*, rapid* | slow*, gradual*
age: new*, newest, recent*, latest, young* | old*, former*, oldest, previous*, aged, ordinary
own: own, your own, bring your own | ours, borrowed, rented, hired, provided, supplied
day: morning*, a.m., daytime, by day, during the day | evening*, night*, p.m., overnight
weekdays: weekday*, working day*, business day*, workday* | weekend*, weekends, saturday and sunday
wetness: wet*, damp, humid | dry*, dried
heat: warm*, hot, heat* | cold*, cool*
full: full*, filled, fill* | empty, emptied, empties, unfilled
above: above, beyond, higher than, upper, upstairs | below, beneath, underneath, downstairs
left: left-hand, on the left | right-hand, on the right
sort: ascending, lowest first | descending, highest first
encrypted: encrypt* | unencrypted, plain text, plaintext, decrypt*
adult: adult*, grown-up* | child*, kid*, minor, minors, under-age, baby, babies, toddler*
hands: by hand, hand wash*, hand-wash* | machine, washing machine, tumble dry*, tumble dryer
collect: collected, picked up, pick* up, collection* | delivered, deliver*, brought to you, drop* off
buy: buy, buys, bought, purchase* | sell*, sold, resale
lend: borrow*, rent*, hire*, on loan | return*, give* back, bring back, hand back
guests: members, member, subscriber*, customer* | non-member*, non-members, guests, visitor*, strangers
letter-case: upper case, uppercase, capital* | lower case, lowercase
company: alone, on their own, on your own, unaccompanied, by themselves | accompanied, together with, along with, with an adult
ease: easy, easily, easier, easiest, simpler, simplest | difficult*, hard to, harder, hardest, complicated
eligible: eligible, entitled, qualify, qualifies | ineligible
share-of: full amount, in full, the whole amount, full price | prorated, pro-rated, pro rata, half, partial, partially
plurality: several, multiple | single
sign: positive, credit balance | negative, overdrawn
paying: paid, pays, with pay | unpaid, without pay
place: in place, in-place | anew, from scratch, elsewhere
reversal: undo, undone, restor*, recover*, undelete, reversible, get back, brought back, revert* | permanently, irreversibl*, for good, irrevocabl*
`;

export const EN_MARKERS = `
not: not, no, may not, must not, can not, may no longer, never, without, cannot, none, neither, nor, nobody, nothing, nowhere, no longer, n't, refuse* to, fail* to, unable, instead of, rather than, hardly, free of, cease*, no one, isn't, aren't, wasn't, weren't, don't, doesn't, didn't, can't, couldn't, won't, wouldn't, shouldn't, mustn't, hasn't, haven't, hadn't, mightn't, ain't, prevent*, keeps out, avoid*, stay* out, kept out
optional: no * is needed, no * needed, no * required, no * is required, no * is necessary, don't have to, doesn't have to, do not have to, does not have to, don't need, doesn't need, needn't, need not, do not need, does not need, not required, not necessary, isn't required, isn't necessary, aren't required, not have to, not need to, unnecessary, optional, optionally, not mandatory, isn't mandatory, need no, needs no, no need, not need, voluntary, you're not required, don't need to, doesn't need to, not obliged, if you like, if you wish, if * likes, if * * likes, if * want, if * wants, if * * wants, at your discretion, up to you
must: need, needs, must, have to, has to, having to, need to, needs to, needed, required, requires, require, obliged, mandatory, compulsory, obligatory, necessary, essential, are to
may: may, can, could, might, possible, allowed, permitted, can be, able, free to
only: only, solely, exclusively, nothing but, reserved for, limited to, no one but
except: every other, all other, all others, everything else, everyone else, everybody else, anyone else, anything else, any other, unless, except, except for, apart from, other than, excluding, save for, only if, only when, only after, with the exception, besides, but not, aside from
all: all, everywhere, anywhere, as often as, as many as you, every, always, everything, everyone, everybody, any time, anytime, whenever, wherever, whatever, whoever, in any case, without exception, in all cases, unlimited, no matter, regardless, even if, even for, even the, even on, entire*, whole, at any, any kind, of any, under any circumstances, without limit, from the moment, including, included, even in, even when, even at
hedge: usually, normally, generally, often, sometimes, may, might, could, typically, mostly, most, some, tend, tends, possibly, perhaps, likely, in general, as a rule, mainly, partly, about, approximately, around, nearly, almost, should, cannot promise, can't promise, not guaranteed, rarely, occasionally, if possible
if: if, when, where, for those, who, in case, provided, depending
light: at all, read only, in short, in summary, in brief, to sum up, overall, in other words, be, is, are, was, were, been, being, am, do, does, did, doing, done, also, then, there, here, that, this, these, those, it, its, they, them, their, which, what, how, why, who, yes, no, well, thing*, way, ways, so, too, very, just, even, still, yet, already, please, as, soon, while, whereas, though, although, however, because, since, such, own, other, another, else, like, same, make*, made, making, go, goes, going, come*, coming, take*, takes, taken, taking, put, puts, want, wants, would, will, shall, should, must, can, may, might, could, need*, have, has, had, having, get*, got, gets, be able, able, possible, kind, kinds, sort, sorts, case, cases, number, order, simply, really, actually, exactly, both, either, one, ones, each, some, any, many, much, lot, lots, several, certain, whether, rather, quite, instead, mean*, happen*, say*, said, tell*, know*, think*, look*, see*, help*, let*, try*, work*, use*, using, enough, fact, whole, again, once, now, later, today, when, where, if, you, your, you're, you'll, you've, you'd, we, our, they're, it's, that's, there's, they'll, people, someone, somebody, anyone, everyone, everybody, anything, something, everything
forbid: may not, must not, mustn't, can not, cannot, can't, may no longer, not allowed, not permitted, isn't allowed, aren't allowed, forbidden, prohibited, shouldn't, should not
`;
