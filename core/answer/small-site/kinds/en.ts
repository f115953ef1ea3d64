/** English wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const ENGLISH_KINDS = `
hours: opening, opening hours, opening times, open, opens, closed, close, closes, closing, shut, shuts, business hours, office hours | what time do you, when are you, are you there, until what time, how late are, still there, hours, times, open now, open today, open till late, open late, till late, until late, still open, open tonight, open tomorrow, are you about, anyone there, anybody there, someone there, knock off | hours, daily, every day, weekdays, desk, staffed
monday: monday*, mon | weekday* | every day, daily, seven days, weekday*
tuesday: tuesday*, tue, tues | weekday* | every day, daily, seven days, weekday*
wednesday: wednesday*, wed | weekday* | every day, daily, seven days, weekday*
thursday: thursday*, thu, thur, thurs | weekday* | every day, daily, seven days, weekday*
friday: friday*, fri | weekday* | every day, daily, seven days, weekday*
saturday: saturday*, sat, weekend* | | every day, daily, seven days, mon sun, monday sunday
sunday: sunday*, sun, weekend* | | every day, daily, seven days, mon sun, monday sunday
holiday: bank holiday*, public holiday*, !christmas, !xmas, !easter, new years, boxing day, holidays, festive, half term, school holidays
season: season*, winter*, summer*, spring, autumn, out of season, off season, all year, year round | time of year
evening: evening*, night, nights, nite, late night, overnight, at night, after hours, after dark, nighttime, after work, late opening | after tea, past 8, past 9 | 24 hours, out of hours, dusk, until late, till late
morning: morning*
price: price*, cost, costs, fee, fees, charges, tariff*, pricing, expensive, guide price, rates | how much, what do you charge, do you charge, you charge, whats the damage, rate, charge, cheapest, paying for, worth, charge me, charging me, what do i pay, whats the price, roughly how much, ballpark, whats it cost, what does it cost, price list, quid, dear, set me back, how many pounds, going rate, do you want for, what would it come to | per person, per night, per hour, prices from, labour, rate, charge, charged
extra: extra, extras, supplement*, surcharge*, additional cost, add on*, on top, included, includes, inclusive, comes with | have to pay for, pay for, cost extra, charge for, does it come with, cut when | not included, separate, no hidden, we add
free: free, complimentary, no charge, for nothing, at no cost, without charge, no extra cost | without paying, cost anything, for free, pay for | at no charge, on us, free of charge, no fee
discount: discount*, concession*, reduced, reduction*, special offer*, any offers, offers on, deal, deals, cheaper, money off, savings, ways to save, promo*, promotion*, coupon*, low income, introductory offer, reduced rate*, anything off, a little off, sale, half price, family ticket | any offers, off for, money off, scholarship*, bursar*, on benefits, low income rate, hard up, cant afford, any cheaper, on the dole, unemployed, get it cheaper, do a deal, knock anything off, anything cheaper, price break | save, credit, introductory, % off, jobseeker*, unwaged, over 60s
student: !student*, !university, !undergraduate*, !nus
senior: senior*, pensioner*, elderly, older people, older person, over 60*, over 65*, oap, retired, old age, old people, over 60s, over 65s, grandma, granny, grandad, 79, 80 | pension
military: !military, !veteran*, armed forces, blue light, !nhs, key workers, !soldier*, first responder*, !army
charity: charit*, non profit*, nonprofit*, not for profit, ngo*
address: address*, located, location*, find us, finding us, how to find us, where we are, directions, visit us, postcode, getting here, how to get here, how to find you, !business address | where are you, where is your, where can i find you, where you are, whereabouts, get to you, get there, what street, where exactly, based, are you in town, where abouts, adress, where do i find you, where can we find you, where u, where you at, where is it, where is the, which part of town
phone: phone, telephone*, tel, ring, mobile, landline, number to call, whatsapp, phone number | your number, ring you, whats your number, whats the number, number please, call you, speak to someone, talk to someone, do i call, who do i ring, who do i call, give you a ring, someone .. ring, someone .. call, anyone .. ring, anyone .. call, somebody .. ring, somebody .. call, anybody .. ring, anybody .. call, person .. ring, person .. call, speak to anyone, speak to somebody, speak to anybody, talk to anyone, talk to somebody, a number for, number .. call, number .. ring, number .. phone, number .. reach, contact number, number to ring, phone you, telephone you, ring up, by phone, over the phone, on the phone | call us, call, ring us, give us a call, desk, on our number, by phone
email: email*, mail us, inbox | write to you, send you an email, drop you a line, send you a message, message you, mail you | write to, by email
contact: contact*, get in touch, reach us, enquir*, inquir*, speak to us | speak to a, talk to a, real person, a human, customer service, reach you, speak to you, talk to you, get hold of, talk to, ask you something, message you, speak to, speak with, talk with, speak to somebody, speak to anyone, an actual person, actual human, a person, some one to talk, reach someone, reach anyone, get through to, get you, find out more, who do i speak, who should i speak, who do i contact, who do i ask, who can i ask, who should i ask, best way to reach, ask a question | write to us, drop us a line, call us, message us, send us a message
delivery: deliver*, shipping, ship, ships, shipped, postage, post, posted, posting, dispatch*, despatch*, courier*, parcel, parcels, package, freight, home delivery, doorstep, to your door | send it, send to, bring it to my, get it sent, post it, mail it, drop it off | our van, by post
delivery-time: delivery time*, dispatch time*, next day delivery, lead time* | when will it come, when will my order, when does it arrive, how fast do you, how quickly do you, take to arrive, reach me, get here, when will it arrive, get it by, in time for, when will .. arrive, when does .. arrive, when should .. arrive, when do .. arrive, when will .. come, when does .. come, when will .. get here, when will i get, when do i get, when can i expect, how long .. arrive, how long .. to come, how long .. get here, be here by, here in time, here by, get to me by | working days, same day, arrive, days later, with you by, with you in, with you within, next morning, brings it, the day after
abroad: abroad, international*, overseas, worldwide, outside the uk, other countries, another country, foreign, import dut*, european union, outside the united, further away, further afield, ship anywhere, !europe*, !usa, !america*, !us, !canada, !canadian, !australia*, !new zealand, !ireland, !france, !germany, !spain, !italy, !norway, !switzerland, !scotland, !uk, !britain, !united kingdom, !united states, !islands, !china, !japan, outside britain, outside england, outside great britain, other country | live in, im in, !belgium, !portugal, !poland, !denmark, !sweden, !greece, !singapore, !dubai, !india, !wales, !northern ireland, !jersey, !guernsey, !isle of man, another continent, out of the country | countries, country, outside the .. isles, outside the country, mainland, british isles, customs
usa: usa, america*, us, united states, states
britain: uk, britain, united kingdom, great britain, gb, england
returns: return, returns, returned, returning, send back, send .. back, sending .. back, bring back, bring .. back, take back, take it back, exchange*, swap*, money back guarantee, right to cancel, cooling off, give .. back, send something back, exchanged | dont like, doesnt fit, wrong size, dont want it, changed my mind, hate it, not what i, doesnt suit, didnt like, didnt fit, too small, too big, swop, doesnt work out | unused, unworn, unopened, with tags, unridden, back within
change-of-mind: change of mind, change your mind, changed your mind, change my mind, second thoughts | dont like, doesnt fit, dont want it, changed my mind, hate it, doesnt suit, didnt like, didnt fit, too small, too big, not for me, not keen, regret it, wish i hadnt, think better of | unused, unworn, unopened, in any condition, not for you, for any reason, not quite right, not what you hoped, unburnt
refund: refund*, money back, money .. back, reimburse*, credit note*, non refundable, deposit back, repaid, your money, get back everything, everything back | lose our money, lose all our money, lose my money, lose my deposit, do we lose, do i lose, get .. back, get my deposit, claim back, lose the money, lose what i paid, get what i paid, forfeit | credit for, goes back, straight back, we return, return your deposit, non refundable, credited, everything back, your money back, forfeit*
cancel: cancel*, call off, call .. off, called off, reschedul*, postpone*, rebook*, move .. appointment, move .. booking, amend*, cancellation*, changes and cancellations, changing your | cant make it, cant come, cant make, not coming, is off, change the day, change my booking, change the date, change my appointment, pull out, back out, cant go, cant attend, wont be able, another day, different day, something comes up, fell through, change my order, change the time, move my, not able to come, get out of, im ill, im sick, im poorly, not well, fallen ill, got covid, im unwell, wrong address, change the address, change my address, wrong email, wrong name, wrong size ordered, made a mistake in my order, made a mistake with my order, swap my slot, move it to, put it off, push it back, bail, drop out, dropped out, have to miss | plans change, your plans, short notice, release your place, changing your mind, missed classes, cant come, cant make it, we keep the fee, we move you, we keep the deposit, let us know by, changed your mind, change of plan, amend or cancel
noshow: no show*, missed, miss, dont turn up, fail to attend, not turn up, absence*, didnt come, fail to show | forget to come, forgot my appointment, forgot to come, not show up | missed visits, missed appointments, catch up, make up, make ups, not turned up, missed lessons, missed sessions
late: late, latecomer*, running late, delayed, lateness, running behind, stuck in traffic, ten minutes late, minutes late, overdue | turn me away, let me in, always late, behind, bit late, be late, get there late, overrun, miss the start, miss the beginning | late arrival*, more than ten minutes
pause: pause*, freeze, freezing, frozen, on hold, suspend*, skip, put .. on hold, take a break, have a break | go travelling
leave: terminate*, moving out, end your, close my account, close your account, delete my account, unsubscribe*, cancel plan, quit, stop your | stop my, end my, stop paying, leave, leaving, cancel my subscription, cancel subscription, cancel my membership, cancel membership, get out of my | leaving, give notice, months notice, cancel any time, one click, to leave
notice: notice, notice period, days notice
payment: pay, paying, payment*, ways to pay, how to pay, settling up, !card, !cards, !cash, !credit card*, !debit card*, !paypal, !apple pay, !google pay, !contactless, !cheque*, !check, !bank transfer*, !american express, !amex, !visa, !mastercard, !direct debit, !klarna, !bitcoin, !crypto*, !mobile payment | take cards, pay by, pay with, paid, do you take | payable, settle*, settled, balance
instalments: instalment*, installment*, finance, financing, spread the cost, spreading the cost, paying over time, payment plan*, pay monthly, pay later, interest free, bit by bit, in parts, 0% finance, monthly payments, buy now pay, afterpay, clearpay, split the cost, split the payment* | spread it, pay it off, a bit at a time, pay weekly, pay in stages, on tick, monthly instalments, pay a bit each month, pay over, in bits, split it, pay in parts, monthly | by instalments, pay over, over .. months, a month for
deposit: deposit*, upfront, up front, down payment*, prepay*, booking fee*, holding fee*, card hold, retainer, pay in advance, paid in advance | pay beforehand, pay anything before | on booking, on ordering, secures, first night when you, first night .. book, half when you, half in advance, hold the date, hold your, pay the first, ask for half, ask for the first
invoice: receipt*, vat, billing, bill, invoice*
parking: park, parking, parked, car park*, parking spaces, customer bays, leave the car, leave my car, where to park, car spaces, garage space | put the car, put my car, leave our car, somewhere for the car, where do we leave the car, park up, car spot, somewhere to park, put my van, leave the van, parkin | by car, pay and display, spaces, own car, your car, your cars, park on the, park in the, to park on, on the street, multi storey
charging: electric car*, ev, evs, charge point*, charging point*, charger*, plug in car, charge it, electric vehicle*, charge an electric, charge my electric, kw charger, charging station*, charge my car, electric cars, tesla
transport: train, trains, rail, railway, bus, buses, tram*, metro, underground, station, stations, public transport, !airport, !ferry, !taxi*, subway, coach station | without a car, nearest stop, nearest station, no car, dont drive, walk from the station | stop, stops, stops at, bus .. stops, trains run
bicycle: bike, bikes, bicycle*, cycle, cycles, cycling, cyclist*
car: car, cars, drive, driving, motorway, sat nav*, satnav*, vehicle* | | turn left, turn right, roundabout
distance: how far, distance*, nearby, nearest, close to, walk, walking, on foot, minutes walk, miles, km, kilometres, minutes away, walking distance, a walk | far, how close, near you, near here, near
area: areas, come out to, cover, service area*, radius, where we work, travel to, in your area, local area, area we cover, areas covered, postcodes | do you come to, do you cover, do you work in, my town, my village, my area, come out, come to my area, do you serve, as far as | miles around, twelve miles, further out, villages, within .. miles
home-visit: home visit*, house call*, come to you, come to my, visit you, mobile service, care home, housebound, come and see, in your home, at your home, to your home | come round, come to peoples, come to us, cant get out, cant leave, come to my house, come and see my, come and pick, come to mine, come round to, come over, come out and, get someone out, send someone, do you travel, travel to me | we come to you, visit clients, we visit you, at your door, in your own home, the van
children: child, children, childrens, childs, kid, kids, baby, babies, babys, toddler*, infant*, year old, year olds, son, daughter*, family, families, teen*, junior*, under 5*, under 18*, under 16*, under 12*, little one*, youngster*, boy, boys, girl, girls, grandchildren, !pram*, !buggy, !buggies, !pushchair*, high chair*, highchair*, !cot, travel cot*, nursery, creche, babysit*, school age, young people, minor, minors, pupil*, primary school | my little one, my boy, my girl | under twos, under 5s, under 5, ages, little herons
age: how old, minimum age, years and over, old enough, from age, from what age, what age, age limit*, age range, aged, age | too old, too young, how young, from how old, how old must, how old do, adults only, minimum age, too little, my age | ages, over 18*, under 18*, from the age, years old, over 16, under 16, must be over, need to be 25, upwards, and upwards
pets: dog, dogs, pet, pets, puppy, puppies, animal*, four legged, canine*, guide dog*, assistance dog*, !cat, !cats, !horse*, !rabbit* | | on a lead, on leads, leash
access: wheelchair*, accessib*, access, step free, steps, stairs, lift, elevator*, ramp*, level access, level entry, disab*, mobility, ground floor, automatic door*, downstairs, hearing loop*, crutches, walking stick*, wheel chair*, weelchair*, upstairs, floor, floors, disabled people, disabled parking, disabled person, disabled people, disabled access, disabled toilet*, blue badge*, blue badge, walker, rollator, limited mobility | cant stand, cant walk, bad knees, hard of hearing, blind, deaf, cant manage, walking frame, mobility scooter, get in with, can i get in, get up the, easy to get, in a chair, unsteady, hard to walk | level, accessible toilet, step free, flat entrance, wide door, wide and flat, rough ground, uneven
toilet: toilet*, wc, loo, loos, restroom*, bathroom*, washroom*, baby change, changing table, change table, change a baby, changing facilities, nappy* | the ladies, the gents
shower: shower*, bath, bathtub, tub, roll top, hot water, en suite, ensuite, baths
changing: changing room*, change room*, get changed, locker*, cloakroom*, leave my bag, leave my things, leave my stuff, valuables, coat*
luggage: luggage, suitcase*, bag, bags, left luggage
wifi: wifi, wireless, internet, broadband, wlan, get online, !mobile signal, !phone signal, !mobile phone signal, !reception | 
booking: book, booking*, booked, reserve*, reservation*, appointment*, sign up, sign me up, enrol*, enroll*, register*, secure .. place, make an appointment, walk in, walk ins, drop in, drop ins, without an appointment, how to book, bookable, bookings | get a slot, fit me in, just turn up, turn up, get seen, get a table, can i just come, join in, get a place, do i have to book, just show up, show up, rock up, pop in, come along, can i just, without booking, on spec, put my name down, save me a, sort a time | hold it, calendar, held for, no need to book, come ten minutes, just come, no booking, drop in
waiting: waiting list*, waiting time*, queue*, availability, vacancies, fully booked, sold out, wait | how soon, when can you, earliest, how long till, next available, taking on, are you taking, got space, any spaces, how busy, get an appointment, taking new, how long is the wait, long wait, get in soon, soonest, first available, any slots, free slots, any slot, room for one, seen fast, be seen, seen quickly, seen soon, squeeze me in | accepting, usual wait, weeks wait, current waiting, short notice
lead-time: how far ahead, how far in advance, in advance, advance notice, ahead, beforehand, how early | how soon do i, how long before, by when, how much notice | at least two days, last orders, order by, days ahead, weeks ahead, order ahead, days before
duration: how long, duration, minutes, hours, turnaround, how many hours, how much time, time does it take, how many days, how many weeks, working days | how quick, from start to finish, ready, when will it be ready, when can i pick up, will it take, how fast, how long will | takes about, usually takes, normally takes, takes, back within, allow, is done in
valid: valid*, expire*, expiry, run out, use by, shelf life | how long does .. last, how long do .. last, last, still use, use it by, keep for, go off, still ok, still good, use it till, has it gone off, out of date | from the date, keeps, valid for, months from
minimum: minimum, smallest, at least, minimum order*, minimum stay*, minimum spend, shortest, fewest, least | just one, only one, only stay, single night, one night, just a little, least i can, only want one, just the one | we ask for, shortest, or more
maximum: maximum, limit*, at most, biggest, no more than, most you | too many | never more than, up to
capacity: how many people, group size*, class size*, capacity, how big are, how many of us, headcount, how many can, how many in | room for, how many are, squeeze, for 20 people, feed | sleeps, per class, maximum of, guests, seats, serves, enough for, places, people
group: group, groups, school, schools, school trip*, class trip*, team building, tours, guided, classes of | teach year, bring a class, our class, school visit, bunch of us, few of us, lot of us, group of us, all of us, work do, our team, our office | 
party: party, parties, birthday*, celebrat*, private hire, private event*, venue, private function*, function, christening*, baby shower*, anniversar*, !stag, !hen, host an event, event, events | have our party, have a party, birtday, hire the, hire your, hire it, do you host | occasion*
wedding: wedding*, bride*, bridal, marry, married, civil ceremony, marriage, honeymoon
gift: gift*, present, presents, voucher*, giftcard*, gift certificat*, gift card*, give someone, gift certificate* | buy for someone, for my mum, for a friend, for my wife, for my husband, for her birthday, as a gift, vochers, for a present, buy as a present, treat my, pressie, gift for | make a gift, voucher*
founder: founder*, founded, owner*, owned, set up, established, family business, history, our story, run by, began | who owns, who started, who set up, who runs, who is behind, who is the boss, boss, in charge, who built, who is the owner, who is the manager, manager, who is the head, started the, runs the, started it, who founded | started, start, since, opened, generations, about us, director, manager, managed, welcomed
company-age: how long have you been, established, years in business, been going, been around, been open, in business, founded in, set up in, since when | how old is the, when did you open, when did you start, when was, since when | since, years ago, for over, opened in, set up on
staff: staff, team, teacher*, instructor*, our team, meet the team, taught by, led by, !stylist*, !therapist*, employees, tutor*, trainer*, coach, coaches, !chef, !cook, !nurse*, !hygienist* | your people, the people, who does, who teaches, who makes, who takes, who will, who cuts, who would, who cooks, which of you, who leads, who trains, who looks after, which teacher, who gives, who sees, who will i see, who treats, who will be, who am i seeing | trained, joined, teaches, looks after, leads, taught, our people, does all, who teaches, sees, joined us
qualified: qualified, qualification*, certified, certification*, accredit*, licen*, regulated, approved, dbs, credentials, award*, registration | legit, are you a real, insured, registered | our papers, certificated, trained, registered
job: job, jobs, vacanc*, career*, work for you, recruit*, apprentice*, internship*, employ you, work experience, joining our team, join our team, join the team, we are hiring, hiring | are you looking for people, saturday job, taking on staff, taking on apprentices, hiring, are you hiring, any work
volunteer: volunteer*, help out, give time, donat*, support us, friends of, sponsor*, legacy | give up my time
beginner: beginner*, first timer*, never done, no experience, experience needed, novice*, new to, introductory, foundations, absolute beginner*, without experience, starter | never tried, never been, im new, not done before, never ridden, never swum, never played, from scratch, learn, complete beginner, total beginner, never climbed, never danced, never done it, never did, total novice, no idea how, havent done, not very good, no clue, havent a clue | the place to begin, start here, begin, no experience, everyone can, whatever your level, need no experience, from the start
first-visit: first visit, first appointment, new patient*, new client*, new customer*, new member*, before you come, what to expect, first session, first lesson, first class | new people, new here, never been before, first timer, never been, never used | welcome, newcomers, for the first time
bring: bring, what to bring, bring along, kit, take with me, take along | my own, do i need to bring, do i need my own, need to take, what do i need, my own stuff, bring my own, need my own | please bring, what you need, you need, from you, you will need, bring your own
wear: wear*, clothes, clothing, outfit*, shoes, dress code, footwear | what should i have on, put on | barefoot, trainers
provided: provided, supplied, provide, supply, lend, loan, equipment | do you have any, can i borrow, borrow, do you lend, do you provide, borrow some, borrow one, lend me, supplied, do you supply | for use, are included, on loan, lent, suits lent, supplied
rent: rent, renting, hire, hiring out, rental*, hired, rent out, hire out, borrow, lease*, hires
id: id, passport*, driving licence*, drivers license*, photo id, proof of, identification, identity, utility bill* | paperwork, what papers, documents | documents, document
guarantee: guarantee*, warrant*, if it breaks, aftercare, faulty, guaranteed, promise | if it goes wrong, goes wrong, not right, sort it out, put it right, without charging, ruin*, wreck*, mess it up, messes up, get it wrong, do a bad job, botch* | we come back, put right, redo, free of charge within, covered for, spoil*, at our expense, make it good, make good, redo it
damage: damage*, broken, breakage*, smashed, faulty, defect*, cracked, leak*, not working, doesnt work, stopped working, wrong item, fault, torn, arrived broken, broke, dented, crushed, squashed, scratched, chipped, ripped, scuffed, spilt, spilled, in bits, damaged | came smashed, in pieces, ruined, snapped, bent, leaking, soaked, bashed, knackered, ruin*, wreck*, not what i ordered, wrong thing, wrong one, wrong colour | replace it, replacement, spoil*, broken in the post, arrives broken, take a picture, send a photo, send us a photo
lost: lost, missing, hasnt arrived, not arrived, never came, didnt arrive, stolen, theft, misplaced, not received, hasnt come, lost property, gone missing, forgotten | wheres my order, where is my order, where is my parcel, cant find, cant remember, didnt get, forgot, forgot my, locked out, lose, not turned up, left my, left our, left something, left .. behind, i left, left it at yours, left it there | forgot, left behind, left something behind, leave something behind, things are kept
track: track, tracking, trace, order status, tracked | follow my, wheres my, where is my order | tracking link, tracking number
repair: repair*, fix, fixes, fixed, mend*, servicing, restor*, overhaul*, tune up, unblock*, blocked, maintenance, serviced, service | broken, not working, stopped working, sort out my | workshop, replace*
complaint: complain*, complaint*, unhappy, not happy, dissatisf*, ombudsman, not satisfied, feedback | brassy, angry, rubbish, awful | concern*, put it right
emergency: emergenc*, urgent*, out of hours, 24 hour*, in pain, toothache, accident, on call, crisis, goes wrong, if something goes wrong | asap, right now, straight away, immediately, what do i do first, something goes wrong, right away, help now, in the middle of the night, weekend, its urgent, need someone now, cant wait, at 2 in the morning, 3 in the morning, help asap, at this hour, middle of night | emergency line, nights and weekends, first aid, during the night, any time, out of hours line, day and night, round the clock
insurance: insur*, !medicaid, !medicare, insured, indemnity, insurer*, liability | are you insured, am i covered, if i get hurt, if someone gets hurt | public liability
security: secur*, cctv, camera*, alarm*, safe, guarded, theft
privacy: privacy, data protection, gdpr, personal data, my data, your data, confidential*, data is, data lives, data stored | who can see, who can look, sell my data, my details, my information
account: account, accounts, log in, login, logon, password*, sign in, signing in, username, reset, cant get in, my profile
subscription: subscri*, auto renew*, renew*, recurring, rolling, plans | every month, each month, yearly plan, monthly plan, plan
membership: member, members, membership*, joining, pass, passes, season ticket*, annual pass | join | join
trial: trial*, free version, free plan, taster*, try it, try before, test drive, test ride*, demo, demos, sample*, free lesson, try one, trial lesson | have a go, see if i like, try it out, try .. first, try a small, small amount, try a bit, try one first, try them out, tester*, see what its like, see if i like it, bit first, feel for it | free for good, without obligation, no card needed, taster*, try before you, first one free, first class free
loyalty: loyalty, loyalty card, points, rewards, stamp card*
referral: refer a friend, referring a friend, recommend a friend, bring a friend, referral*
food: food, eat, eating, meal*, restaurant*, cafe*, tea room*, tearoom, snack*, refreshment*, catering, canteen, picnic*, pub, brunch, !breakfast*, !lunch*, !dinner*, !supper, menu | hungry, something to eat, somewhere to eat, grub, bite, anything to eat, get a bite | toast*, sandwich*
drink: drink*, alcohol*, wine, beer, byo, bring your own bottle, own bottle, corkage, licensed bar, bar
coffee: coffee*, flat white, latte, espresso, cappuccino
diet: diet*, dietary, special diets, allerg*, alergic, intoleran*, !vegan*, !vegetarian*, !veggie*, !gluten*, !coeliac, !celiac, !dairy*, !lactose, !nut, !nuts, !halal, !kosher, plant based, !decaf*, !sugar free, !calories, !caffeine | whats in it, vegan options | traces
smoking: smok*, vap*, cigarette*, ashtray
noise: noise*, noisy, quiet, music, loud, silence, curfew | | quiet hours
photo: photo*, picture*, camera, film, filming, !video*, pics |  | flash, without flash, tripod*
fire: campfire*, fire pit*, bbq*, barbecue*, barbeque, fires, fire bowl*, firewood, bonfire
weather: weather, rain, raining, rains, storm*, snow*, rainy
heating: heated, heating, warm, temperature, degrees, cool, radiator*, hot one, !air con*, !air conditioning, !ac, !underfloor heating, !heat pump* | is it hot, is it cold, how hot, how warm, cold | °c, above 8
moisture: damp, mould*, mildew, moisture
pool: pool, pools, swimming pool*, !sauna, !hot tub, !jacuzzi, !spa
arrival: arrive, arriving, arrival, check in, checkin, checking in, rooms are ready | what time can we come, how early can we, when can we get in, when can we come, when can i come, get the keys | from 2pm, from 3pm, ready from, doors open, gates open
departure: check out, checkout, checking out, departure, depart, leave by, vacate | be out, be gone, gone by, out by, when do we have to, have to leave
collect: collect, collected, collection, pick up, pickup, click and collect, collecting, collection point*, picked up, pick .. up, uncollected, unclaimed, not collected | pick it up, come and get, fetch, when can i pick up, get it from you, come and pick, forgot to collect, forgot to pick, forgot to fetch, never picked up, come for it, grab it, swing by for | ready to collect, kept for you
shop: shop, store, showroom, on site shop, gift shop, visit our, counter | visit your shop, visit your store, see it in person, look round, come in person, come in and | by appointment, without a counter
branches: branch, branches, other locations, other branches, second shop, our shops, our stores | another shop, more than one
online: online, website, virtual, zoom, livestream*, remote, over the internet, !app, !iphone, !android, !video call | from home, on my phone, on the internet, on zoom, from abroad
language: language*, speak, speaks, spoken, translat*, interpret*, !english, !german, !french, !spanish, !italian, !polish, !dutch, !portuguese, !welsh, !punjabi, !hindi, !chinese, !russian, bilingual, !sign language | interpretor, does anyone speak
brands: brand*, manufacturer*, stockist*, label, labels, designers | what makes, whose, which makes | stock, dealer for, we stock
size: size*, sizing, dimension*, measurement*, metres, meters, wide, width, length, height, how big, inches, cm, sq ft | too tight, what size, will it fit, how tall, how large | size guide, what fits
material: material*, made of, made from, fabric*, composition, !cotton, !wool, !leather, !linen | real, genuine | contains
origin: comes from, come from, origin*, sourced, locally, grown, suppliers, handmade, homemade, made in | where do you get, where is it made, where are they made, where does your, where do your, where does it come, whos it made by, made by, where do you source | we make, made here, local
organic: organic*, eco, eco friendly, sustainab*, recycl*, compost*, environment*, plastic free, biodegrad*, fair trade, fairtrade, carbon, ethical*, packaging
care: wash, washing, washed, washable, dishwasher*, microwave*, tumble, care for, look after, care guide, clean it, cleaning it, aftercare, store it, keep it fresh | ok in the, put it in the, how do i clean, how do i store, keep it in, gone hard, gone solid, keep it nice, get it clean, shrink | hand wash, wipe, safe to use, stand the, keep it, store it, keep them
custom: custom, customis*, customiz*, bespoke, personalis*, personaliz*, engrav*, made to order, special order*, monogram*, !logo, !branding, !initials, your own label, commission*, !gift wrap*
wholesale: wholesale*, trade, bulk, resell*, reseller*, trade account*, for my shop, cafe owners, retailers | i run a, for my cafe, our restaurant
business: business, businesses, company, companies, corporate, office, offices, b2b, employer, firms | meetings, for work, through work
quote: quote, quotes, quotation*, estimate*, survey, measure up, free visit | rough price, ballpark, come and look, how much would
consultation: consultation*, first meeting, initial meeting, free meeting, free call, first chat, just talk | meet first, free advice, talk it over
sell: for sale, on sale | do you sell, you sell, can i buy, buy, sell, do you stock | we sell, sold, stocked, buy, shop
sell-back: buy back, part exchange, part payment, trade in, second hand, used, take old, secondhand, pre owned, ex hire | sell you my, would you like it, would you want, do you buy, buy my, inherited, take my old | valuation, offering an object
dispose: take away the old, take away my old, remove .. old, dispos*, rubbish, get rid of, waste, take .. away, haul away | take my old .. away | old suite
install: install*, assemb*, fitted, put up, mounted, fitting, set it up | put it together
records: xray*, x rays, records, medical record*, history
permission: allowed, permitted, not allowed, rules, forbidden, prohibit*, welcome, suitable | is it ok, are we allowed, ok to, can we, mind if, do you mind, can i bring, okay to, alright to, are you ok with, do you allow, do you let | please dont, please do not, not suitable
share: companion*, someone else, another person, guest, guests, let someone | my brother, my husband, my wife, my mum, my mom, my sister, my friend, my partner, with me, without me, come with me, on my behalf, someone with me | name up to, sharing access, sharing
invite: invite*, colleague*, accountant, team member*, viewer, extra user*, more users, seats
store: storage, store, stored, lockable, shed
health: pregnan*, expectant, injur*, medical*, health*, condition*, blood pressure, surgery, fever, antenatal, medication*, !antibiotic*, illness | is it safe, ill, poorly, sick, bad back, mums to be, asthma, epilep*, diabet*
anxious: afraid, scared, terrified, nervous*, anxious, anxiety, phobia, shy, frightened, sedat*, numb, numbing, fear | calm down, calm me, hate needles
certificate: certificate, certificates, diploma, exam, exams, grades | take exams
level: level, levels, advanced, intermediate | which class, which course, right for me, good enough, should i come to, which lesson
timetable: timetable*, schedule, dates, calendar, term, term dates, start dates, starts, sessions | when is the next, when do, when are the, whats on, when is the, what days, which days, what time is | every wednesday, first wednesday, weekly
next: next
open-day: open day*, open house, open weekend*, behind the scenes | can i come and see, can we come and see, can i visit, can we visit, come and look, come and watch, come and meet, see round, see where, see how you, look around the, is it open to the public, visit the | you can see, visits, visitors, to the public, on open days
apply: apply, applies, application*, applying, how to join | how do i get a, how can i get a, how do you get a, how to get a, how do i become, how do i join, want to join, how do i get one, how do we join, get on the list, put myself down | waiting list, fill in, form, to join, who can join
referred: gp letter*, doctors letter*, letter from .. doctor, letter from .. gp, need a referral, referral letter*, self refer*, be referred, doctors note | referred by, from my doctor, from my gp, through my doctor, without a doctor, see my doctor first, need a doctor | referral is, no referral, without referral, referred by, without seeing your, straight to us
stay-longer: nights, longer stay*, one night, extra night, extend your, stay longer, extend*
room: room, rooms, bedroom*, suite, double, twin, !single room, pitch, pitches, cabin*, apartment*, accommodation
linen: towel*, bedding, sheets, duvet*, bed linen, !iron, !hairdryer
laundry: laundry, washing machine*, launderette, tumble dryer*
kitchen: kitchen, !fridge*, !microwave, !oven, hob, !freezer, kettle
playground: play area*, playground*, play park, swings, games for kids, playroom, rope swings | things for kids, for the kids
guide: audio guide*, audioguide*, guided tour*, guidebook*, leaflet*
visit-length: go round, get round, need for a visit, how long to see, how long should we | allow, how long to allow
ticket: ticket*, admission*, entry fee*, entrance fee*, entry | to get in, get in free, get in for | admission
review: review*, testimonial*, what people say, guests say, customers say
import-data: import*, export*, csv, excel, spreadsheet*, migrat*, switch from, upload | bring .. over, move .. over
integrate: integrat*, !quickbooks, !xero, !zapier, !api, plugin*, sync*, connects to | connect to, work with my
remind: remind*, notification*, alert*, chase, chasing
support: support, helpdesk, help desk, customer service, live chat, hotline
success: success rate, results
key: key, keys, padlock*, fob, entry code, code, codes, key safe
skin-test: skin test, patch test
transfer: transfer, transferred, pass on, swap .. with, name change | give my place, give it to someone, someone else go
insurance-claim: claim, claims, making a claim
nearby: things to do, out and about, nearby, sights, attractions, the area, local area | whats around, what is there to do
beach: beach*, sand, sands, cove, seaside, coast, sea, swim in the sea
shopping: supermarket*, grocer*, groceries, convenience store, little shop, bread and milk, village shop
meat: meat, bacon, sausage*, chicken, beef, pork, ham
bread: bread*, loaf, loaves, sourdough, baguette*, roll, rolls
cake: cake*, gateau
hair: haircut*, hair cut, cut, cutting, trim, blow dry, wash and cut
men: men, mens, gents, gent, man, male, barber*, guys, boyfriend
women: women, womens, ladies, lady, woman, female, girlfriend
colour-hair: dye*, dyed, colour*, color, tint, highlights, balayage, bleach
tooth: tooth, teeth, dental, gum, gums
filling: filling*, cavity
crown: crown*
puncture: puncture*, flat tyre*, flat tire*, inner tube*, tube replaced
tyre: tyre*, tire, tires, wheel*
ebike: ebike*, e bike, e bikes, electric bike*
work-scheme: cycle to work, cycle scheme*, salary sacrifice
plumbing: pipe*, burst, water, tap, taps, stop tap, ceiling
drain: drain*, unblock, blocked, blockage, sink waste, wc or sink, clear wc, clog*
boiler: boiler*, combi*
dismissal: sacked, dismiss*, fired, redundan*, employment, employee*, unfair dismissal, lost my job, tribunal | i was sacked
divorce: divorce*, separat*, split up, custody
house-buying: conveyanc*, buying a house, buy a house, house purchase, selling a house, moving house, completion, property, mortgage* | new house, my house, house move, buying
will: wills, testament, a will, my will, make a will, will for, inheritance, probate, estate, power of attorney
landlord: landlord*, tenant*, letting*
crime: crime, criminal, police, arrested, drink driving, motoring offence*
immigration: immigra*, visa*, asylum, citizenship
legal-aid: legal aid
no-win: no win no fee, no win
kiln: kiln*, fire, fired, firing*
clay: clay, stoneware
pottery: pot, pots, mug, mugs, bowl, bowls, pieces, ceramic*
yoga: yoga
session: class, classes, session*, lesson*
mat: mat, mats
tea: tea, teas, black tea, breakfast tea, brew*
teabag: tea bag*, teabag*
vet-jab: vaccin*, jab, jabs, booster*, injection*, shots
neuter: neuter*, spay*, castrat*, sterilis*
flea: flea*, worm*, tick, ticks
microchip: microchip*, chip, chipped, chipping
put-down: put to sleep, euthan*, goodbye, put down
kitten: kitten*, puppy, puppies
swim-lesson: swim*, swimming lesson*, learn to swim
instrument: instrument*, guitar*, piano*, violin*, drum*, ukulele*, keyboard*, saxophone*, flute*
flowers: flower*, bouquet*, arrangement*, stems, posy, bunch, blooms
funeral: funeral*, wreath*, sympathy, tribute*, condolence*
plant: plant, plants, houseplant*, pot plant*, compost
book: novel*, paperback*, hardback*, author*
library: library card, overdue, fines
boat: boat*, kayak*, canoe*, paddleboard*, sup
van: van, vans, motorhome*, campervan*, camper, caravan*, rv
tent: tent, tents, camping, pitch
fuel: fuel, petrol, diesel, gas
mileage: mileage, kilometres, unlimited km
licence: licence, license, driving licence, drivers licence
pickup-airport: airport*, transfer*, shuttle, pick us up, pick me up
doctor: doctor*, dr, gp, dentist*, surgeon
nurse: nurse*
prescription: prescription*, repeat prescription*
fridge: fridge*
tv: tv, television*, telly
view: view, views, overlooking, sea view
garden: garden*, patio, terrace, outdoor*
floor: floor, upstairs, stairs
beds: bed, beds, mattress*
hygiene: hygiene, cleaning, cleanings, clean
whitening: whiten*, bleaching
braces: braces, aligner*, straighten*
excel: excel, csv
invoice-edit: made a mistake, credit note, correct an invoice | amount is wrong, wrong amount, change it
late-payer: late payer*, overdue, unpaid, not paid, hasnt paid
mark-paid: mark as paid, record payment, part paid, paid half | customer paid
`;
