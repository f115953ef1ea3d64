/** Spanish wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const SPANISH_KINDS = `
hours: horario*, abierto*, cerrado*, abre, abrimos, cierra*, apertura*, abren, abrís | a qué hora, a que hora, cuándo abrís, qué horario, hasta qué hora, cuando abre | de lunes, todos los días
monday: lunes | | todos los días, de lunes
saturday: sábado*, fin de semana, fines de semana | | todos los días
sunday: domingo*, fin de semana | | todos los días
holiday: festivo*, !navidad*, !semana santa, vacaciones
season: temporada*, invierno, verano, otoño, primavera, todo el año
evening: noche*, tarde*
morning: mañanas, por la mañana
price: precio*, tarifa*, coste*, cuota*, tasa*, importe* | cuánto cuesta, cuanto cuesta, cuánto vale, cuanto vale, cuánto es, qué precio, cuanto, a cómo, cobráis | al mes, por hora, por persona, euros, por semana
extra: suplemento*, adicional*, incluid*, incluye*, aparte, extra | va incluido, van incluidos, entra en el precio, en el precio, hay que pagar aparte | no incluye
free: gratis, gratuit*, sin coste, sin cargo | tengo que pagar, hay que pagar
discount: descuento*, rebaja*, oferta*, promoción*, más barato, bono*, reducid*, becas, beca | hermanos, familia numerosa
student: !universitari*, !estudiante*
senior: jubilado*, pensionista*, mayores
address: dirección*, ubicación*, dónde estamos, cómo llegar, situad*, localización | dónde estáis, donde estais, dónde está, donde queda, cómo se llega, direccion
phone: teléfono*, tel, llamar, llama*, móvil*, whatsapp, número de teléfono | vuestro número, vuestro teléfono, puedo llamar, número
email: email*, correo*, correo electrónico, mail
contact: contact*, escríbenos, hablar con | cómo os contacto, con quién hablo
delivery: envío*, enviar, envia*, entrega*, reparto*, portes, mensajer*, paquete*, domicilio | mandáis, mandar, hacéis envíos, me lo traéis
delivery-time: plazo de entrega, plazos de entrega, tiempo de entrega | cuándo llega, cuánto tarda en llegar
abroad: extranjero*, internacional*, !europa, !canarias, !baleares, !portugal, !francia
returns: devol*, devolución*, cambio*, cambiar, desistimiento | devolver, no me vale, no me queda
refund: reembols*, devolución*, dinero | me devolvéis, devolvéis el dinero, devolver el dinero, recuperar el dinero, me devuelven | se devuelve, devolvemos
cancel: cancel*, anul*, baja, bajas, aplaz*, renuncia* | ya no puedo ir, no puedo ir, no puedo asistir, no voy a poder, darme de baja, cambiar el día, cambiar la cita
noshow: falta, faltas, falto, ausencia*, no asist*, no presentarse | si falto, faltar, no voy
late: tarde, retras*, llegar tarde
pause: paus*, congel*, suspender
leave: darse de baja, baja
payment: pago*, pagar, forma de pago, formas de pago, !tarjeta*, !efectivo, !transferencia*, !bizum, !paypal, !domicili*, !datáfono, !metálico | se puede pagar, aceptáis | se abona, abonar
instalments: plazo*, cuotas, fraccion*, mensualidad*, a plazos, plasos | pagar a plazos, poco a poco | tres cuotas
deposit: señal, depósito*, fianza*, anticipo*, por adelantado, reserva de plaza
invoice: factura*, recibo*
parking: aparca*, parking, estaciona*, garaje*, aparcamiento* | dejar el coche, dónde aparco
charging: coche eléctrico, cargador*, punto de recarga, recargar
transport: autobús*, bus, metro, tren, estación*, tranvía*, parada*, transporte*, aeropuerto* | en bus, en metro, recogerme en el aeropuerto
bicycle: bici*, bicicleta*
distance: a cuánto, lejos, cerca, distancia*, a pie, andando, minutos a pie, km
area: zona*, comarca*, región* | venís a, llegáis a
home-visit: a domicilio, en casa
children: niñ*, hijo*, hija*, bebé*, infantil*, familia*, jóvenes, adolescent*, menor*, trona*, carrito*, hermanos, chaval* | mi hija, mi hijo, años, peques
age: edad*, años, a partir de qué edad, cuántos años | demasiado pequeño | a partir de, de 6 a, desde los
pets: perro*, mascota*, animal*, !gato*
access: silla de ruedas, accesib*, ascensor*, rampa*, escalera*, minusválid*, discapacit*, planta baja, movilidad reducida, escalón*, escalones
toilet: baño*, aseo*, servicios, wc
shower: ducha*, bañera*
changing: vestuario*, taquilla*, consigna*
luggage: equipaje*, maleta*
wifi: wifi, internet*
booking: reserv*, cita*, matricul*, inscri*, apunt*, plaza*, pedir cita | apuntarse, apuntarme, cómo me apunto, hace falta cita, matricularme
waiting: lista de espera, espera, disponib*, completo*, plazas libres
lead-time: antelación, con cuánta antelación, de antemano | cuánto antes | días antes, horas antes
duration: duración*, cuánto dura, cuanto dura, dura, duran, minutos, horas | cuánto tarda, cuánto tiempo | semanas, meses
valid: válid*, caduc*, vigencia
minimum: mínimo*, al menos, como mínimo
maximum: máximo*, como mucho
capacity: cuánta gente, cuantas personas, cuántos alumnos, aforo*, plazas, tamaño de los grupos, por grupo, por clase | cuánta gente hay, cuántos sois, en cada clase, cuántos hay | alumnos, máximo de
group: grupo*, colegio*, empresa*, grupos
party: fiesta*, cumpleaños*, celebr*, evento*, alquilar
wedding: boda*
gift: regal*, tarjeta regalo, bono regalo, vale
founder: fund*, dueñ*, propietari*, director*, directora, historia*, creó, familiar, gerente* | quién fundó, de quién es, quién lleva, quién es el jefe, quién manda, quién es el director | quiénes somos, nuestra historia
company-age: desde cuándo, desde cuando, fundada en, años de experiencia | cuánto tiempo lleváis, desde cuando está | desde 19*, desde 20*, en 19*, en 20*, desde
staff: equipo*, profesor*, personal, monitor*, docente*, quién da | quién da, quien da, quién enseña, quién imparte, da las clases, quién hace | con nosotros desde, imparte
qualified: titulad*, certificad*, cualificad*, acreditad*, oficial*
job: trabaj*, empleo*, vacante*, prácticas, currículum | trabajar con vosotros
beginner: principiante*, desde cero, sin experiencia, nivel inicial, empezar
first-visit: primera visita, primera vez, primera clase
bring: traer, llevar, lleva, traiga* | qué tengo que llevar
wear: ropa, vestir, zapatos, calzado
provided: disponib*, préstamo, prestamos, facilita*, ofrecemos | tenéis, hay
rent: alquil*, alquiler*
id: dni, pasaporte*, documento*, carné, carnet
guarantee: garant*
damage: daño*, roto*, defect*, estrope*
lost: perdid*, perdí, robad*, no ha llegado, olvid*
track: seguimiento*, rastre*
repair: repar*, arregl*, mantenimiento
complaint: queja*, reclam*
emergency: urgencia*, urgente*
insurance: seguro*
privacy: privacidad, datos
account: cuenta*, contraseña*, acceder
subscription: suscripción*, mensual*
membership: soci*, miembro*, abono*
trial: prueba*, clase de prueba, probar
level: nivel*, prueba de nivel, examen de nivel, punto de partida, test de nivel | qué nivel tengo, no sé mi nivel, como sé que nivel | me equivoco de nivel
food: comida*, comer, restaurante*, cafetería*, desayuno*, cena*, almuerzo*, bar, menú*
drink: bebida*, vino*, cerveza*, café
diet: alerg*, !vegan*, !vegetarian*, !gluten*, !celíac*, !lactosa*, ingrediente*
smoking: fum*
noise: ruido*, música, silencio
photo: foto*, !vídeo*
weather: lluvia*, llueve, tiempo
heating: calefacción*, !aire acondicionado, temperatura*, climatiz*
pool: piscina*, !sauna, !spa
arrival: llegada*, llegar, entrada, check in
departure: salida*, check out
collect: recog*, recogida*
shop: tienda*, local
branches: sucursal*, otras sedes, otra sede, sedes
online: online, por internet, internet, web, !app, a distancia, virtual*, en línea, por zoom
language: idioma*, hablan, habláis, !inglés*, !ingles, !francés*, !alemán*, !aleman, !chino*, !italiano*
brands: marca*
size: talla*, tamaño*, medida*
material: material*, libro*, manual*, hecho de | libros van incluidos | no incluye el libro
origin: de dónde, origen, procede*
organic: ecológic*, sostenib*, recicl*
care: lavar, limpiar, cuidado*
custom: personaliz*, a medida
business: empresa*, autónom*
quote: presupuesto*
permission: permitid*, prohibid*, se puede, puede, admit* | puedo
health: embarazad*, salud, enferm*, lesion*
timetable: calendario*, fechas, comienzo*, empieza*, inicio*, próximos comienzos, turno* | cuándo empieza, cuándo empiezan
certificate: certificado*, diploma*, examen*, exámenes, !dele, !ielts, título* | tasa del examen
accommodation: alojamiento*, dormir, cama*, piso*, residencia*, habitación*, familia, compartido | sitio para dormir, dónde dormir, buscais sitio
intensive: intensiv*
course: curso*, clase*, extensiv*
private-class: particular*, clase particular, clases particulares, individual*
spanish: español*, castellano
room: habitación*, cuarto*
ticket: entrada*, ticket*
playground: parque infantil, columpios
garden: jardín*
key: llave*
hair: pelo, corte*, peinado*
linen: toalla*, sábana*
`;
