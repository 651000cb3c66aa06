/*
 * uitwisseling.c
 *		A klantcontact and a partij as JSON, by the names of the VNG's exchange model (domain section 2, "Source name").
 *
 * What is empty is left out: the exchange model knows no empty string, and says by cardinality alone that something is absent. What
 * is internal is not there to begin with: interne_notitie, todo and resultaat, and who registered a row.
 */
#include "plannen.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/snapmgr.h"

#include "klantinteracties.h"

PG_FUNCTION_INFO_V1(ki_klantcontact_json);
PG_FUNCTION_INFO_V1(ki_klantcontacten_json);
PG_FUNCTION_INFO_V1(ki_partij_json);

#define OBJECT(velden) "pg_catalog.jsonb_build_object(" velden ")"

/* An array of what the query yields, in the order of registration (design decision D7). */
#define LIJST(rij, object, uit) "(SELECT pg_catalog.jsonb_agg(" object " ORDER BY " rij ".id) FROM " uit ")"

/* A group of columns, or null if all are; a column outside of the group may go with it, but does not count. */
#define GROEP(kolommen, velden) \
	"CASE WHEN pg_catalog.num_nonnulls(" kolommen ") OPERATOR(pg_catalog.>) 0 THEN " OBJECT(velden) " END"

#define JA(kolom) "CASE WHEN " kolom "::pg_catalog.bool THEN 'ja' END"

#define CONTACTNAAM(r) \
	GROEP(r ".contactnaam_voorletters, " r ".contactnaam_voornaam, " r ".contactnaam_voorvoegsel_achternaam, " r ".contactnaam_achternaam", \
		  "'voorletters', " r ".contactnaam_voorletters, 'voornaam', " r ".contactnaam_voornaam," \
		  "'voorvoegselAchternaam', " r ".contactnaam_voorvoegsel_achternaam, 'achternaam', " r ".contactnaam_achternaam")

#define ADRES(r, soort) \
	GROEP(r "." soort "_nummeraanduiding_id, " r "." soort "_adresregel1, " r "." soort "_adresregel2, " r "." soort "_adresregel3", \
		  "'nummeraanduidingid', " r "." soort "_nummeraanduiding_id, 'adresregel1', " r "." soort "_adresregel1," \
		  "'adresregel2', " r "." soort "_adresregel2, 'adresregel3', " r "." soort "_adresregel3, 'codeLand', " r "." soort "_land_code")

#define IDENTIFICATOR(kolom) \
	GROEP(kolom "_object_id", \
		  "'codeObjecttype', " kolom "_objecttype_code, 'codeSoortObjectId', " kolom "_soort_object_id_code," \
		  "'objectId', " kolom "_object_id, 'codeRegister', " kolom "_register_code")

#define DIGITALE_ADRESSEN(eigenaar) \
	LIJST("a", OBJECT("'id', a.id, 'codeSoortDigitaalAdres', a.soort_digitaal_adres_code, 'adres', a.adres," \
					  "'omschrijving', a.omschrijving"), \
		  "ki.digitaal_adres a WHERE " eigenaar)

#define ACTOREN \
	LIJST("ac", OBJECT("'id', a.id, 'naam', a.naam, 'soortActor', a.soort_actor"), \
		  "ki.actor_klantcontact ac JOIN ki.actor a ON a.id" GELIJK "ac.actor_id WHERE ac.klantcontact_id" GELIJK "k.id")

#define BETROKKENEN \
	LIJST("b", OBJECT("'id', b.id, 'wasPartij', b.was_partij, 'rol', b.rol, 'initiator', b.initiator," \
					  "'organisatienaam', b.organisatienaam, 'contactnaam', " CONTACTNAAM("b") "," \
					  "'bezoekadres', " ADRES("b", "bezoekadres") ", 'correspondentieadres', " ADRES("b", "correspondentieadres") "," \
					  "'digitaleAdressen', " DIGITALE_ADRESSEN("a.verstrekt_door_betrokkene" GELIJK "b.id")), \
		  "ki.betrokkene b WHERE b.had_klantcontact" GELIJK "k.id")

#define BIJLAGEN \
	LIJST("b", OBJECT("'id', b.id, 'bijlageidentificator', " IDENTIFICATOR("b.bijlageidentificator")), \
		  "ki.bijlage b WHERE b.was_bijlage_van_klantcontact" GELIJK "k.id")

/* An interne taak as subject is exchanged as its klantcontact (C-07), a klanttaak of this register by its nummer. */
#define ONDERWERPOBJECTEN \
	LIJST("o", OBJECT("'id', o.id, 'onderwerpWasKlantcontact', o.onderwerp_was_klantcontact," \
					  "'onderwerpobjectidentificator'," \
					  "CASE WHEN t.id IS NOT NULL THEN " \
					  OBJECT("'codeObjecttype', '" OBJECTTYPE_KLANTTAAK "', 'codeSoortObjectId', '" SOORT_OBJECT_ID_KLANTTAAKNUMMER "'," \
							 "'objectId', t.nummer::pg_catalog.text, 'codeRegister', '" REGISTER_ZAKEN "'") \
					  " ELSE " IDENTIFICATOR("o.onderwerpobjectidentificator") " END," \
					  "'ontstaanUitKlantcontact', o.ontstaan_uit_klantcontact"), \
		  "ki.onderwerpobject o LEFT JOIN ki.klanttaak t ON t.id" GELIJK "o.onderwerp_was_klanttaak" \
		  " WHERE o.was_onderwerp_van_klantcontact" GELIJK "k.id")

#define INTERNE_TAKEN \
	LIJST("t", OBJECT("'id', t.id, 'nummer', t.nummer, 'gevraagdeHandeling', t.gevraagde_handeling, 'toelichting', t.toelichting," \
					  "'status', t.status, 'toegewezenOp', t.toegewezen_op, 'verwerktOp', t.verwerkt_op," \
					  "'toegewezenAanActor', t.toegewezen_aan_actor"), \
		  "ki.interne_taak t WHERE t.aanleidinggevend_klantcontact" GELIJK "k.id")

#define KLANTCONTACT \
	"pg_catalog.jsonb_strip_nulls(" \
	OBJECT("'id', k.id, 'nummer', k.nummer, 'codeKanaal', k.kanaal_code, 'onderwerp', k.onderwerp, 'inhoud', k.inhoud," \
		   "'indicatieContactGelukt', " JA("k.indicatie_contact_gelukt") ", 'codeTaal', k.taal_code," \
		   "'vertrouwelijk', " JA("k.vertrouwelijk") ", 'plaatsgevondenOp', k.plaatsgevonden_op," \
		   "'geregistreerdOp', k.geregistreerd_op," \
		   "'hadBetrokkenActoren', " ACTOREN ", 'hadBetrokkenen', " BETROKKENEN ", 'omvatteBijlagen', " BIJLAGEN "," \
		   "'gingOverOnderwerpobjecten', " ONDERWERPOBJECTEN ", 'leiddeTotInterneTaken', " INTERNE_TAKEN) ")"

#define PARTIJ \
	"pg_catalog.jsonb_strip_nulls(" \
	OBJECT("'id', p.id, 'nummer', p.nummer, 'soortPartij', p.soort_partij, 'indicatieActief', p.indicatie_actief," \
		   "'indicatieGeheimhouding', p.indicatie_geheimhouding, 'codeVoorkeurstaal', p.voorkeurstaal," \
		   "'voorkeursDigitaalAdres', p.voorkeurs_digitaal_adres, 'werkteVoorPartij', p.werkte_voor_partij," \
		   "'naam', p.naam, 'contactnaam', " CONTACTNAAM("p") "," \
		   "'bezoekadres', " ADRES("p", "bezoekadres") ", 'correspondentieadres', " ADRES("p", "correspondentieadres") "," \
		   "'digitaleAdressen', " DIGITALE_ADRESSEN("a.verstrekt_door_partij" GELIJK "p.id") "," \
		   "'partijIdentificatoren', " \
		   LIJST("i", OBJECT("'id', i.id, 'partijIdentificator', " IDENTIFICATOR("i.partij_identificator") "," \
							 "'anderePartijIdentificator', i.andere_partij_identificator, 'subIdentificatorVan', i.sub_identificator_van"), \
				 "ki.partij_identificator i WHERE i.identificeerde_partij" GELIJK "p.id") "," \
		   "'vertegenwoordigde', " \
		   LIJST("v", "v.vertegenwoordigde_partij", "ki.vertegenwoordiging v WHERE v.vertegenwoordigende_partij" GELIJK "p.id")) ")"

static const Vraag een_klantcontact = {
	"SELECT " KLANTCONTACT " FROM ki.klantcontact k WHERE k.id" GELIJK "$1", 1, {UUIDOID}
};

static const Vraag klantcontacten = {
	"SELECT k.id, " KLANTCONTACT
	"  FROM pg_catalog.unnest($1) WITH ORDINALITY AS n (id, volgnummer)"
	"  JOIN ki.klantcontact k ON k.id" GELIJK "n.id"
	" ORDER BY n.volgnummer",
	1, {UUIDARRAYOID}
};

static const Vraag een_partij = {
	"SELECT " PARTIJ " FROM ki.partij p WHERE p.id" GELIJK "$1", 1, {UUIDOID}
};

/*
 * The answer to a question about one row; null if the caller sees no such row. It is asked of what the statement sees, and of what this
 * transaction did since the statement began: klantcontact_json(registreer_klantcontact(...)) shows what was registered. In parallel
 * mode nothing was done, nor may a snapshot be changed.
 */
static Datum
json_van(FunctionCallInfo fcinfo, const Vraag *vraag, const char *verplicht)
{
	NullableDatum antwoord;
	bool		gevonden;

	argument_verplicht(fcinfo, 0, verplicht);
	PushCopiedSnapshot(GetActiveSnapshot());
	if (!IsInParallelMode())
		UpdateActiveSnapshotCommandId();
	gevonden = vraag_waarde(vraag, gevraagd_register(fcinfo), fcinfo->args, &antwoord);
	PopActiveSnapshot();
	if (!gevonden)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(antwoord.value);
}

/* klantcontact_json(klantcontact uuid, register name) -> jsonb */
Datum
ki_klantcontact_json(PG_FUNCTION_ARGS)
{
	return json_van(fcinfo, &een_klantcontact, "klantcontact");
}

/* klantcontacten_json(klantcontacten uuid[], register name) */
Datum
ki_klantcontacten_json(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &klantcontacten, "klantcontacten");
}

/* partij_json(partij uuid, register name) -> jsonb */
Datum
ki_partij_json(PG_FUNCTION_ARGS)
{
	return json_van(fcinfo, &een_partij, "partij");
}
