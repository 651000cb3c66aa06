/*
 * json_sleutels.c
 *		The keys that registreer_klantcontact() and the like take: those of the VNG's exchange model as klantcontact_json() writes them
 *		(domain section 2, "Source name"), and what the same is called elsewhere.
 *
 * A key that is not here is refused. In JSON null is the same as no key at all. What a value must be beyond its type is for the rules
 * of the tables to say, and they do. "S4" marks a key of the CommonGateway's klantcontact (domain 2.1), "Open Klant" one of its.
 */
#include "registreer.h"

#define OOK(...) .ook = {__VA_ARGS__}
#define VERPLICHT .verplicht = true
#define VORM(naam, ...) \
	static const JsonVorm naam = {.sleutels = naam##_sleutels, .aantal = lengthof(naam##_sleutels), __VA_ARGS__}
#define VORM_EXTERN(naam, ...) \
	const JsonVorm naam = {.sleutels = naam##_sleutels, .aantal = lengthof(naam##_sleutels), __VA_ARGS__}

/* Spellings of the closed lists (domain 4.1). What is not among them goes to the domain of the column, which refuses it. */

static const Benaming rollen[] = {
	{"klant", "klant"},
	{"vertegenwoordiger", "vertegenwoordiger"},
	{NULL, NULL}
};

static const Benaming soorten_actor[] = {
	{"medewerker", "medewerker"},
	{"organisatorische_eenheid", "organisatorische_eenheid"},
	{"geautomatiseerde_actor", "geautomatiseerde_actor"},
	{NULL, NULL}
};

static const Benaming soorten_partij[] = {
	{"persoon", "persoon"},
	{"organisatie", "organisatie"},
	{"contactpersoon", "contactpersoon"},
	{NULL, NULL}
};

static const Benaming statussen[] = {
	{"te_verwerken", "te_verwerken"},
	{"verwerkt", "verwerkt"},
	{"te_doen", "te_verwerken"},	/* KI-88 */
	{"gedaan", "verwerkt"},
	{NULL, NULL}
};

static const Benaming handelingen[] = {
	{"registratie", "registratie"},
	{"inzage", "inzage"},
	{"verstrekking", "verstrekking"},
	{"wijziging", "wijziging"},
	{"hergebruik", "hergebruik"},
	{NULL, NULL}
};

static const Benaming gronden[] = {
	{"zelf", "zelf"},
	{"gemachtigd_voor_persoon", "gemachtigd_voor_persoon"},
	{"gemachtigd_voor_organisatie", "gemachtigd_voor_organisatie"},
	{NULL, NULL}
};

/* Languages that have another code for bibliographic use (domain 4.4). */
static const Benaming talen[] = {
	{"cze", "ces"},
	{"ger", "deu"},
	{"gre", "ell"},
	{"per", "fas"},
	{"fre", "fra"},
	{"arm", "hye"},
	{"ice", "isl"},
	{"geo", "kat"},
	{"mac", "mkd"},
	{"dut", "nld"},
	{"rum", "ron"},
	{"slo", "slk"},
	{"alb", "sqi"},
	{"chi", "zho"},
	{NULL, NULL}
};

/* Codes by the names that the CommonGateway and Open Klant give them (domain 2.9, 4.6). */

static const Benaming soorten_digitaal_adres[] = {
	{"telefoonnummer", "1"},
	{"telefoon", "1"},
	{"emailadres", "2"},
	{"email", "2"},
	{NULL, NULL}
};

static const Benaming registers[] = {
	{"brp", "1"},
	{"hr", "5"},
	{NULL, NULL}
};

static const Benaming objecttypen_json[] = {
	{"natuurlijk_persoon", "1"},
	{"ingeschrevenpersonen", "1"},
	{"niet_natuurlijk_persoon", "2"},
	{"vestiging", "4"},
	{"zaak", OBJECTTYPE_ZAAK},
	{"klanttaak", OBJECTTYPE_KLANTTAAK},
	{NULL, NULL}
};

/* Groups (domain 2.4 to 2.6). */

#define KOLOMMEN_VAN_CONTACTNAAM(groep) \
	{"voorletters", JSON_TEKST, .kolom = groep "_voorletters"}, \
	{"voornaam", JSON_TEKST, .kolom = groep "_voornaam"}, \
	{"voorvoegselAchternaam", JSON_TEKST, .kolom = groep "_voorvoegsel_achternaam"}, \
	{"achternaam", JSON_TEKST, .kolom = groep "_achternaam"}

/* Open Klant has street and place apart, or lines. */
#define KOLOMMEN_VAN_ADRES(groep) \
	{"nummeraanduidingid", JSON_TEKST, .kolom = groep "_nummeraanduiding_id", OOK("nummeraanduidingId", "nummeraanduidingID", "NummeraanduidingID")}, \
	{"straatnaam", JSON_ADRESDEEL, .kolom = groep "_adresregel1"}, \
	{"huisnummer", JSON_ADRESDEEL, .kolom = groep "_adresregel1"}, \
	{"huisnummertoevoeging", JSON_ADRESDEEL, .kolom = groep "_adresregel1"}, \
	{"postcode", JSON_ADRESDEEL, .kolom = groep "_adresregel2"}, \
	{"stad", JSON_ADRESDEEL, .kolom = groep "_adresregel2"}, \
	{"adresregel1", JSON_TEKST, .kolom = groep "_adresregel1"}, \
	{"adresregel2", JSON_TEKST, .kolom = groep "_adresregel2"}, \
	{"adresregel3", JSON_TEKST, .kolom = groep "_adresregel3"}, \
	{"codeLand", JSON_TEKST, .kolom = groep "_land_code", OOK("land")}

/* Which kind of number it is tells objecttype and register too, so a reference need not say them. */
#define KOLOMMEN_VAN_IDENTIFICATOR(groep, geheel) \
	{"codeObjecttype", JSON_TEKST, .kolom = groep "_objecttype_code", .verplicht = geheel, .benamingen = objecttypen_json, OOK("objecttype")}, \
	{"codeSoortObjectId", JSON_TEKST, .kolom = groep "_soort_object_id_code", VERPLICHT, .benamingen = soorten_object_id, OOK("soortObjectId")}, \
	{"objectId", JSON_TEKST, .kolom = groep "_object_id", VERPLICHT}, \
	{"codeRegister", JSON_TEKST, .kolom = groep "_register_code", .verplicht = geheel, .benamingen = registers, OOK("register")}

static const JsonSleutel contactnaam_sleutels[] = {KOLOMMEN_VAN_CONTACTNAAM("contactnaam")};
static const JsonSleutel bezoekadres_sleutels[] = {KOLOMMEN_VAN_ADRES("bezoekadres")};
static const JsonSleutel correspondentieadres_sleutels[] = {KOLOMMEN_VAN_ADRES("correspondentieadres")};
static const JsonSleutel bijlageidentificator_sleutels[] = {KOLOMMEN_VAN_IDENTIFICATOR("bijlageidentificator", true)};
static const JsonSleutel onderwerpobjectidentificator_sleutels[] = {KOLOMMEN_VAN_IDENTIFICATOR("onderwerpobjectidentificator", true)};
static const JsonSleutel bekende_partij_sleutels[] = {KOLOMMEN_VAN_IDENTIFICATOR("partij_identificator", false)};
static const JsonSleutel bekende_actor_sleutels[] = {KOLOMMEN_VAN_IDENTIFICATOR("actoridentificator", false)};

VORM(contactnaam);
VORM(bezoekadres);
VORM(correspondentieadres);
VORM(bijlageidentificator);
VORM(onderwerpobjectidentificator);
VORM(bekende_partij);
VORM(bekende_actor);

/*
 * References that are objects. All keys must fit the one row that is meant (KI-111). An actor may come as the CommonGateway and Open
 * Klant write it, with what it is besides, which is not read: actoren exist before they are used (KI-100).
 */

static const JsonSleutel json_verwijzing_actor_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"actoridentificator", JSON_GROEP, .vorm = &bekende_actor, OOK("identificator")},
	{"naam", JSON_TEKST, .kolom = "naam"},
	{"soortActor", JSON_TEKST, .kolom = "soort_actor", .benamingen = soorten_actor},
	{.naam = "medewerker", .soort = JSON_TERZIJDE}, /* S4 */
	{.naam = "organisatorischeEenheid", .soort = JSON_TERZIJDE},
	{.naam = "geautomatiseerdeActor", .soort = JSON_TERZIJDE},
	{.naam = "indicatieActief", .soort = JSON_TERZIJDE}
};
VORM_EXTERN(json_verwijzing_actor);

static const JsonSleutel json_verwijzing_partij_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"nummer", JSON_NUMMER, .kolom = "nummer"},
	{"partijIdentificator", JSON_GROEP, .vorm = &bekende_partij, OOK("partijidentificator", "partij-identificator", "identificator")}
};
VORM_EXTERN(json_verwijzing_partij);

static const JsonSleutel json_verwijzing_identificator_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"partijIdentificator", JSON_GROEP, .vorm = &bekende_partij, OOK("partijidentificator", "partij-identificator", "identificator")}
};
VORM_EXTERN(json_verwijzing_identificator);

static const JsonSleutel json_verwijzing_nummer_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"nummer", JSON_NUMMER, .kolom = "nummer"}
};
VORM_EXTERN(json_verwijzing_nummer);

static const JsonSleutel json_code_sleutels[] = {
	{"code", JSON_TEKST, .kolom = "code"},
	{"naam", JSON_TEKST, .kolom = "naam"}
};
VORM_EXTERN(json_code);

/* Digitale adressen of a betrokkene and of a partij (domain 2.9). */

static const JsonSleutel digitaal_adres_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"codeSoortDigitaalAdres", JSON_TEKST, .kolom = "soort_digitaal_adres_code", VERPLICHT, .benamingen = soorten_digitaal_adres,
	OOK("soortDigitaalAdres")},
	{"adres", JSON_TEKST, .kolom = "adres", VERPLICHT},
	{"omschrijving", JSON_TEKST, .kolom = "omschrijving"}
};

static const JsonVorm adres_van_betrokkene = {
	digitaal_adres_sleutels, lengthof(digitaal_adres_sleutels), TABEL_DIGITAAL_ADRES, .ouder = "verstrekt_door_betrokkene"
};

static const JsonVorm adres_van_partij = {
	digitaal_adres_sleutels, lengthof(digitaal_adres_sleutels), TABEL_DIGITAAL_ADRES, .ouder = "verstrekt_door_partij"
};

/* The parts of a klantcontact (domain 2.2, 2.11 to 2.15). */

static const JsonSleutel betrokkene_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"wasPartij", JSON_VERWIJZING, .kolom = "was_partij", .naar = TABEL_PARTIJ, OOK("partijId")},
	{"rol", JSON_TEKST, .kolom = "rol", VERPLICHT, .benamingen = rollen},
	{"initiator", JSON_INDICATIE, .kolom = "initiator", OOK("intitiator")},
	{"organisatienaam", JSON_TEKST, .kolom = "organisatienaam"},
	{"contactnaam", JSON_GROEP, .vorm = &contactnaam},
	{"bezoekadres", JSON_GROEP, .vorm = &bezoekadres},
	{"correspondentieadres", JSON_GROEP, .vorm = &correspondentieadres},
	{"digitaleAdressen", JSON_DELEN, .vorm = &adres_van_betrokkene}
};
VORM(betrokkene, .tabel = TABEL_BETROKKENE, .ouder = "had_klantcontact");

static const JsonVorm actor_klantcontact = {
	.tabel = TABEL_ACTOR_KLANTCONTACT, .ouder = "klantcontact_id", .verwijzing = "actor_id"
};

static const JsonSleutel bijlage_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"bijlageidentificator", JSON_GROEP, .vorm = &bijlageidentificator, VERPLICHT, OOK("objectIdentificator", "objectidentificator")}
};
VORM(bijlage, .tabel = TABEL_BIJLAGE, .ouder = "was_bijlage_van_klantcontact");

static const JsonSleutel onderwerpobject_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"onderwerpWasKlantcontact", JSON_VERWIJZING, .kolom = "onderwerp_was_klantcontact", .naar = TABEL_KLANTCONTACT, OOK("wasKlantcontact")},
	{"onderwerpWasInterneTaak", JSON_VERWIJZING, .kolom = "onderwerp_was_interne_taak", .naar = TABEL_INTERNE_TAAK},
	{"onderwerpWasKlanttaak", JSON_VERWIJZING, .kolom = "onderwerp_was_klanttaak", .naar = TABEL_KLANTTAAK},
	{"onderwerpobjectidentificator", JSON_GROEP, .vorm = &onderwerpobjectidentificator, OOK("objectIdentificator", "objectidentificator")},
	{"ontstaanUitKlantcontact", JSON_INDICATIE, .kolom = "ontstaan_uit_klantcontact"}
};
VORM(onderwerpobject, .tabel = TABEL_ONDERWERPOBJECT, .ouder = "was_onderwerp_van_klantcontact");

static const JsonSleutel interne_taak_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"nummer", JSON_NUMMER, .kolom = "nummer"},
	{"gevraagdeHandeling", JSON_TEKST, .kolom = "gevraagde_handeling", VERPLICHT},
	{"toelichting", JSON_TEKST, .kolom = "toelichting"},
	{"status", JSON_TEKST, .kolom = "status", .benamingen = statussen},
	{"toegewezenOp", JSON_MOMENT, .kolom = "toegewezen_op"},
	{"verwerktOp", JSON_MOMENT, .kolom = "verwerkt_op"},
	{"toegewezenAanActor", JSON_VERWIJZING, .kolom = "toegewezen_aan_actor", VERPLICHT, .naar = TABEL_ACTOR, OOK("actor")}
};
VORM(interne_taak, .tabel = TABEL_INTERNE_TAAK, .ouder = "aanleidinggevend_klantcontact");

/* A klantcontact (domain 2.1). Its interne taken come before its onderwerpobjecten, which may refer to one. */

static const JsonSleutel json_klantcontact_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"nummer", JSON_NUMMER, .kolom = "nummer"},
	{"codeKanaal", JSON_KANAAL, .kolom = "kanaal_code", OOK("kanaal")},
	{"onderwerp", JSON_TEKST, .kolom = "onderwerp", VERPLICHT},
	{"inhoud", JSON_TEKST, .kolom = "inhoud"},
	{"indicatieContactGelukt", JSON_JA, .kolom = "indicatie_contact_gelukt"},
	{"codeTaal", JSON_TEKST, .kolom = "taal_code", .benamingen = talen, OOK("taal")},
	{"vertrouwelijk", JSON_JA, .kolom = "vertrouwelijk"},
	{"plaatsgevondenOp", JSON_MOMENT, .kolom = "plaatsgevonden_op", VERPLICHT},
	{.naam = "geregistreerdOp", .soort = JSON_VERVANGEN},
	{"todo", JSON_TEKST, .kolom = "todo"},
	{"resultaat", JSON_TEKST, .kolom = "resultaat"},
	{"hadBetrokkenActoren", JSON_VERWIJZINGEN, .vorm = &actor_klantcontact, .naar = TABEL_ACTOR, OOK("actoren", "actors")},
	{"hadBetrokkenen", JSON_DELEN, .vorm = &betrokkene, OOK("betrokkenen")},
	{"omvatteBijlagen", JSON_DELEN, .vorm = &bijlage, OOK("bijlagen")},
	{"bijlage", JSON_EEN_OF_MEER, .vorm = &bijlage},	/* S4 */
	{"leiddeTotInterneTaken", JSON_DELEN, .vorm = &interne_taak, OOK("interneTaken")},
	{"interneTaakOntstaanUit", JSON_EEN_OF_MEER, .vorm = &interne_taak},	/* S4 */
	{"gingOverOnderwerpobjecten", JSON_DELEN, .vorm = &onderwerpobject, OOK("onderwerpobjecten")},
	{"gaatOver", JSON_DEEL, .vorm = &onderwerpobject},	/* S4 */
	{.naam = "reactie", .soort = JSON_LEEG},	/* Open Klant */
	{.naam = "hoofdOnderwerpType", .soort = JSON_LEEG},
	{.naam = "verdereActieOndernomen", .soort = JSON_LEEG},
	{.naam = "referentienummer", .soort = JSON_LEEG},
	{.naam = "metadata", .soort = JSON_LEEG}
};
VORM_EXTERN(json_klantcontact, .tabel = TABEL_KLANTCONTACT);

/* The body of Open Klant's maak-klantcontact, beside which the parts may stand that our rules demand. */
static const JsonSleutel json_maak_klantcontact_sleutels[] = {
	{"klantcontact", JSON_GROEP, .vorm = &json_klantcontact, VERPLICHT},
	{"hadBetrokkenActoren", JSON_VERWIJZINGEN, .vorm = &actor_klantcontact, .naar = TABEL_ACTOR, OOK("actoren")},
	{"betrokkene", JSON_DEEL, .vorm = &betrokkene},
	{"hadBetrokkenen", JSON_DELEN, .vorm = &betrokkene, OOK("betrokkenen")},
	{"omvatteBijlagen", JSON_DELEN, .vorm = &bijlage, OOK("bijlagen")},
	{"leiddeTotInterneTaken", JSON_DELEN, .vorm = &interne_taak, OOK("interneTaken")},
	{"onderwerpobject", JSON_DEEL, .vorm = &onderwerpobject},
	{"gingOverOnderwerpobjecten", JSON_DELEN, .vorm = &onderwerpobject, OOK("onderwerpobjecten")}
};
VORM_EXTERN(json_maak_klantcontact, .tabel = TABEL_KLANTCONTACT);

/* A partij (domain 2.3, 2.7, 2.8, 2.21). What proves who it is, is not in the VNG's model but demanded by it (KI-52). */

static const JsonSleutel geheel_sleutels[] = {KOLOMMEN_VAN_IDENTIFICATOR("partij_identificator", true)};
VORM(geheel);

static const JsonSleutel partij_identificator_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"partijIdentificator", JSON_GROEP, .vorm = &geheel, OOK("partijidentificator", "partij-identificator")},
	{"anderePartijIdentificator", JSON_TEKST, .kolom = "andere_partij_identificator"},
	{"subIdentificatorVan", JSON_VERWIJZING, .kolom = "sub_identificator_van", .naar = TABEL_PARTIJ_IDENTIFICATOR}
};
VORM(partij_identificator, .tabel = TABEL_PARTIJ_IDENTIFICATOR, .ouder = "identificeerde_partij");

static const JsonVorm vertegenwoordiging = {
	.tabel = TABEL_VERTEGENWOORDIGING, .ouder = "vertegenwoordigende_partij", .verwijzing = "vertegenwoordigde_partij"
};

static const JsonSleutel verificatie_sleutels[] = {
	{"handeling", JSON_TEKST, .kolom = "handeling", VERPLICHT, .benamingen = handelingen},
	{"grond", JSON_TEKST, .kolom = "grond", VERPLICHT, .benamingen = gronden},
	{"middel", JSON_TEKST, .kolom = "middel", VERPLICHT},
	{"geverifieerdOp", JSON_MOMENT, .kolom = "geverifieerd_op"},
	{"actor", JSON_VERWIJZING, .kolom = "actor", .naar = TABEL_ACTOR}
};
VORM(verificatie, .tabel = TABEL_PARTIJ_VERIFICATIE, .ouder = "partij");

/* The exchange model nests what only one soort of partij has. */
static const JsonSleutel partijtype_sleutels[] = {
	{"werkteVoorPartij", JSON_VERWIJZING, .kolom = "werkte_voor_partij", .naar = TABEL_PARTIJ},
	{"naam", JSON_TEKST, .kolom = "naam"},
	{"contactnaam", JSON_GROEP, .vorm = &contactnaam}
};
VORM(partijtype, .tabel = TABEL_PARTIJ);

static const JsonSleutel json_partij_sleutels[] = {
	{"id", JSON_UUID, .kolom = "id", OOK("uuid")},
	{"nummer", JSON_NUMMER, .kolom = "nummer"},
	{"soortPartij", JSON_TEKST, .kolom = "soort_partij", VERPLICHT, .benamingen = soorten_partij},
	{"indicatieActief", JSON_INDICATIE, .kolom = "indicatie_actief"},
	{"indicatieGeheimhouding", JSON_INDICATIE, .kolom = "indicatie_geheimhouding"},
	{"indicatieHergebruik", JSON_INDICATIE, .kolom = "indicatie_hergebruik"},
	{"isGemeente", JSON_JA, .kolom = "is_gemeente"},
	{"codeVoorkeurstaal", JSON_TEKST, .kolom = "voorkeurstaal", .benamingen = talen, OOK("voorkeurstaal")},
	{"voorkeursDigitaalAdres", JSON_UUID, .kolom = "voorkeurs_digitaal_adres"},
	{"werkteVoorPartij", JSON_VERWIJZING, .kolom = "werkte_voor_partij", .naar = TABEL_PARTIJ},
	{"naam", JSON_TEKST, .kolom = "naam"},
	{"contactnaam", JSON_GROEP, .vorm = &contactnaam},
	{"partijtype", JSON_GROEP, .vorm = &partijtype, OOK("partijIdentificatie")},
	{"bezoekadres", JSON_GROEP, .vorm = &bezoekadres},
	{"correspondentieadres", JSON_GROEP, .vorm = &correspondentieadres},
	{"interneNotitie", JSON_TEKST, .kolom = "interne_notitie"},
	{"verificatie", JSON_DEEL, .vorm = &verificatie},
	{"partijIdentificatoren", JSON_DELEN, .vorm = &partij_identificator},
	{"digitaleAdressen", JSON_DELEN, .vorm = &adres_van_partij},
	{"vertegenwoordigde", JSON_VERWIJZINGEN, .vorm = &vertegenwoordiging, .naar = TABEL_PARTIJ, OOK("vertegenwoordigden")}
};
VORM_EXTERN(json_partij, .tabel = TABEL_PARTIJ);
