/** Common Spanish words that no page is about, in the forms in which a question is told with them. */
export const COMMON_ES = `
tanto tanta mucho poco más menos pasa pasar ocurre después antes pronto temprano juntos solo sola además quizá
seguro rápido fácil difícil exacto mismo misma propio propia otro otra otros otras tipo mejor peor queda quedar
puesto sobra falta vender vendéis venden vendes ofrecer ofrecen ofrecéis dais dan dar das venir viene vengo enviar
mandar comprar compré comprado hacéis hacen hago haces coger recoger entra entran semana semanas día días mes meses
año años hoy mañana ayer tiempo hora horas minuto minutos dos tres cuatro cinco madre padre marido mujer hija hijo
hermana hermano amigo amiga familia gente persona cosa cosas algo nada todo problema pregunta sitio lugar ahora
luego siempre nunca vez veces grande pequeño nuevo nueva viejo bueno buena posible puedo podéis podría quisiera
quería quiero necesito busco saber sabe tenéis tienes teneis hay habría vosotros vuestro vuestra os me mi ir va voy
vais llevar cerca ya vale gracias hola buscais buscáis fuera dentro encima debajo arriba abajo delante detrás lado
allí ahí aquí acá alrededor mientras aunque porque sino según hasta desde durante contra sobre todavía aún apenas
casi bastante demasiado muy tan quizás igual realmente solamente únicamente entonces incluso cada cualquier
cualquiera ninguno ninguna ningún alguna algunas algunos alguno varios varias mismos mismas ambos demás sin con por
para pues pero si sí no llevo lleva llevas llevais lleváis llevamos llevan entrar entro estoy está están estáis
estamos estaba estar estaría soy eres es somos sois son era eran fue sería serán llego llega llegas llegamos llegan
llegado haber he has ha hemos habéis han había haya hubiera meter meto mete metéis dejar deja dejo dejan dejáis
dejado poner pongo pone ponen ponéis ver veo ve ven veis visto mirar mira miro cojo cogéis quitar quito quita
quitáis sacar saco saca sacáis tener tengo tiene tienen tenemos tenía tendré tendría pedir pido pide piden pedís
hacer hecho haga haría haremos iba íbamos fui vamos van vayáis volver vuelvo vuelve vuelto salir salgo sale seguir
sigo sigue paso pasáis pasado pasamos contar cuenta cuento hablar habla hablo hablas decir digo dice dicen dicho
contestar responder llamo preguntar pregunto pensar pienso piensa creo cree parece gustar gusta gustaría gustan
apetece encanta importa conviene sirve servir funciona funcionan usar uso usa usáis usarla usarlo necesita necesitan
necesitamos hace faltan quedo quedan quedamos quedado empezar empiezo empezada acabar acabo terminar termina tardar
tardan tardáis cambiar cambia ayuda ayudáis encontrar encuentro conocer conozco entender entiendo probar pruebo
intentar intento esperar espero elegir elijo mandáis manda mandan mando envío subir subís bajar traéis traer traigo
traen recibir recibo recibido dejaros daros deciros enviaros poneros puedes puede pueden podemos podríais podrían
pudiera podremos debo debe deben debería hubo tuve tuvimos valen supone significa vas iría quiere quieren quieres
queremos querríamos querría sabes sabéis sepa supe aceptáis admitís tratáis atendéis atienden cobran cobrado haríais
valdría costaría andar ando verdad real normal normalmente especial general claro listo lista segura seguros
contento raro raras mal malo mala peores buenas buenos mejores grandes pequeña pequeños pequeñas gordo gorda largo
larga largos corto corta alto alta bajo baja ancho estrecho rápida lento importante necesario necesaria obligatorio
obligatoria urgente distinto distinta diferente diferentes parecido vario nuevos nuevas vieja viejos viejas antiguo
antigua barato caro cara caros último última primero primera primer segundo segunda tercero próximo próxima
siguiente anterior actual entero entera medio media todos todas única único anoche anteayer tarde momento rato fin
principio final mitad parte resto manera forma modo caso tema duda dudas motivo razón sentido cuestión información
info dato seis siete ocho nueve diez doce cien cientos miles par docena novio novia esposa esposo padres abuelo
abuela abuelos suegra suegro cuñado primo vecino compañero compañera colega chico chica tío tía señor señora
personas niña alguien nadie q k xq pq porfa tb tmb d bn tardes saludos mil casa da bien pena merece esperando tomo
hice estuve dura cogida pasarme pasarse decirme saberlo hacerlo costar cuesta brazo micro
`;
