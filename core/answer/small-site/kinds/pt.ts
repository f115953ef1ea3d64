/** Portuguese wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const PORTUGUESE_KINDS = `
hours: horári*, aberto*, fechad*, abre*, abertura, encerra*, funcionamento | a que horas, quando abrem, que horas, até que horas | todos os dias, de segunda
monday: segunda*, segunda feira | | todos os dias, de segunda, dias úteis
saturday: sábado*, fim de semana | | todos os dias
sunday: domingo*, fim de semana | | todos os dias
holiday: feriado*, !natal, !páscoa, férias
season: época*, estação, inverno, verão, outono, primavera, todo o ano
evening: noite*, tarde
morning: manhã*
price: preç*, tarif*, cust*, valor* | quanto custa, quanto é, qual o preço, quanto pago, quanto fica, quanto | por pessoa, por hora, euros
extra: suplement*, incluíd*, incluid*, extra*, adiciona* | está incluído, paga à parte
free: grátis, gratuit*, sem custo*, oferta, oferec* | tenho de pagar, é preciso pagar, pago
discount: descont*, promo*, códig*, reduzid*, saldo*, mais barato, campanha*
student: !estudante*, !universitári*
senior: sénior*, reformad*, idos*
address: morad*, endereç*, localiza*, onde estamos, como chegar | onde ficam, onde estão, onde é
phone: telefone*, tel, telemóvel*, ligar, ligue, contacto telefónico, whatsapp | o vosso número, posso ligar, número de telefone
email: email*, correio eletrónico, mail
contact: contact*, contacto*, fale connosco, escreva* | como vos contacto, falar com alguém
delivery: envi*, entreg*, portes, encomend*, transport*, correio*, expedi* | mandam, mandar, quanto pago de portes
delivery-time: prazo de entrega, prazos de entrega, tempo de entrega, dias úteis | quanto tempo demora, quando chega, em quanto tempo chega, demora a chegar, quanto tenpo chega, quanto tempo chega
abroad: estrangeiro*, internacion*, !espanha, !brasil, !frança, !europa, !ilhas, !açores, !madeira, !união europeia, países | mandam para
returns: devol*, troc*, devolução, trocar, livre resolução | devolver, não me servirem, não servir, apertadas, ficam me, tamanho errado
exchange: troca*, trocar, primeira troca | queria o 39, apertad*
refund: reembols*, dinheiro de volta, devolução do dinheiro | recebo o dinheiro, recebo o dinheiro de volta, quando recebo o dinheiro de volta, quando recebo o dinheiro
cancel: cancel*, anul*, desist*, remarca*, alterar | já não quero, não posso ir, mudar a data
noshow: falta, faltar, não comparec*
late: atras*, tarde
pause: suspen*, pausa
leave: rescind*, cancelar a conta
payment: pagament*, pagar, formas de pagamento, !cartão, !mb way, !multibanco, !paypal, !transferência*, !dinheiro, !visa, !mastercard, !referência* | dá pra pagar, aceitam, dá para pagar
instalments: prestaç*, prestações, parcel*, a prestações, às prestações
deposit: sinal, depósito*, caução, adiantad*
invoice: fatura*, recibo*, nif
parking: estacion*, parque*, garagem, parqueamento | deixar o carro
charging: carro elétrico, carregador*, carregar
transport: autocarro*, comboio*, metro, estação, paragem, elétrico, aeroporto*
bicycle: bicicleta*
distance: distância*, longe, perto, a pé, km
area: zona*, região* | vêm a
home-visit: ao domicílio, em casa
children: crianç*, filh*, bebé*, infantil*, famíli*, jovens, menor*, miúdo*, criança | o meu filho, a minha filha, anos
age: idade*, anos, a partir de que idade
pets: cão, cães, animal*, animais, !gato*
access: cadeira de rodas, acessib*, elevador*, rampa*, escad*, mobilidade reduzida, rés do chão
toilet: casa de banho, wc, sanitári*
shower: duche*, chuveiro*, banheira
changing: balneári*, cacifo*, vestiári*
luggage: bagage*, mala*
wifi: wifi, internet
booking: reserv*, marca*, marcação*, inscri* | marcar, é preciso marcar
waiting: lista de espera, espera, disponib*, esgotad*, vagas
lead-time: antecedência, com antecedência, antes | quanto tempo antes
duration: duraç*, quanto tempo, dura, demora, minutos, horas | quanto dura | dias, semanas
valid: válid*, validade, expira*
minimum: mínim*, pelo menos
maximum: máxim*, no máximo
capacity: quantas pessoas, lugares, lotação
group: grup*, escola*, empresa*
party: festa*, aniversári*, evento*
wedding: casament*
gift: prenda*, presente*, vale presente, cheque prenda, oferecer, vale
founder: fund*, dono*, dona, propriet*, história, famíli*, criad*, gerente* | quem fundou, quem é o dono, de quem é, quem faz | quem somos, oficina
company-age: desde quando, fundad*, há quantos anos | desde quando | desde 19*, desde 20*, em 19*, em 20*
staff: equipa, funcionári*, professor*, artes* | quem faz, quem dá, quem é
qualified: certificad*, qualificad*
job: emprego*, trabalh*, vaga*, estágio*, recruta*
beginner: iniciante*, principiante*, primeira vez, experiência
first-visit: primeira visita, primeira vez
bring: trazer, levar, traga
wear: roupa*, calçado*, vestir
provided: disponív*, fornec*, emprest* | têm, há
rent: alug*, aluguer*
id: cartão de cidadão, passaporte*, documento*, identifica*
guarantee: garanti*
damage: defeit*, danific*, partid*, estrag* | chegou com defeito
lost: perdid*, roubad*, não chegou, extravi*, não recebi
home-absent: não estava em casa, ausent*
track: acompanh*, rastre*, seguir, seguimento
repair: arranj*, repara*, consert*, solas, restaur* | trocar as solas
complaint: reclama*, queixa*
emergency: urgên*, urgent*
insurance: segur*
privacy: privacidade, dados
security: segur*, segurança
account: conta, palavra passe, senha
subscription: subscri*, assinatura*, carta, newsletter
membership: sóci*, membro*
trial: experiment*, prova
food: comer, comida, restaurante*, café*, pequeno almoço, almoço, jantar
drink: bebida*, vinho*, cerveja*
diet: alerg*, !vegan*, !vegetarian*, !glúten, !lactose
smoking: fum*
noise: ruído*, música, silêncio
photo: foto*, !vídeo*
weather: chuva, chove
heating: aquecimento, !ar condicionado, temperatura
pool: piscina*, !sauna, !spa
arrival: chegad*, check in
departure: saída, check out
collect: levant*, ponto de recolha, recolha*, recolher | ir buscar
shop: loja*, showroom
branches: outras lojas, filia*
online: online, site, !app, internet
language: língua*, falam, idioma*, !inglês, !francês, !espanhol
brands: marca*
size: tamanh*, número*, numer*, medid*, medir, pé, pés, 39, 38, 48, 47 | o meu número, que número, meu numero, tem 48, calço
width: larg*, pé largo, estreit*
heel: salto*, altura
material: materia*, pele, feit*, couro, microfibra, vegan | de pele verdadeira, de que são feitos
real-leather: pele verdadeira, pele genuína, couro
origin: de onde, orig*, fabricad*, feito em
organic: sustent*, recicl*, ecológic*
care: trat*, limp*, cuid*, lavar, escova* | como limpo, como trato
suede: camurça, nobuck
custom: personaliz*, grava*, inicia*, por medida
business: empresa*
quote: orçament*
permission: permitid*, proibid* | posso
men: homem, homens, masculin*
women: mulher*, senhora*, feminin*
timetable: calendári*, datas, iníci*
room: quart*
ticket: bilhete*, entrada*
garden: jardim*
key: chave*
hair: cabelo*, corte*
linen: toalha*, lençó*
change-address: alterar a morada, mudar a morada
`;
