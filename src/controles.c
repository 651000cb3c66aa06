/*
 * controles.c
 *		What controleer_register() asks of what is stored: for each rule, the condition under which a row breaks it.
 *
 * The rule itself is in regels_*.c or volledig_*.c. Whoever adds one there adds here, under the same constraint name,
 * - a line of rij_controles[], if a row shows that it breaks the rule, alone or with the rows that its keys refer to: all of those of
 *	 one table are answered by one scan of it;
 * - a line of dossier_controles[], if it is about a klantcontact and its parts. They are too many to be joined again and again: the
 *	 same scans note in the dossier of each klantcontact what a row says of it, by dossier_delen[] (dossiers.c);
 * - a line of samenhang_controles[], if it takes other rows that refer to this one: each is a query of its own;
 * - a line of eenmalig_controles[], if a unique index enforces it;
 * - or a line of the list below, if nothing that is stored can show it.
 * test/t/340_controles.pl fails for a rule that is in none. Lengths and empty texts (<tabel>_<kolom>_lengte), nummers
 * (<tabel>_nummer_bereik), primary keys and foreign keys need no line: their checks follow from tabellen.c and from the catalog. Not
 * null and domains hold whatever the triggers do.
 *
 * A condition is SQL about a row t. In rij_controles[] the row that a key of t refers to has the name of that key column, and is all
 * null if there is none; but a klantcontact is only in its dossier. {naam} stands for a table of the register, or for the value of a rule option; so a rule whose option is off
 * now is not checked, whatever it was when the row came. Only pg_catalog is in the search_path: functions of the extension are
 * qualified, and ja_of_leeg is compared as boolean, where leeg is null.
 *
 * Not to be seen in what is stored, as it depends on the moment of registration or on what was there before:
 *
 *		<tabel>_onveranderlijk, mutatielog_onveranderlijk, code_onveranderlijk (KI-18, KI-49, KI-102, KI-108)
 *		interne_taak_overgang (KI-87, KI-91)
 *		code_is_actief (KI-101), actor_is_actief (KI-05): a code or actor may have been closed since
 *		klantcontact_deel_tijdig (KI-49): transactions leave no trace that survives a dump
 *
 * and of rules that are checked here otherwise:
 *
 *		partij_is_geverifieerd (KI-54, KI-53a): that a change or a later use was verified in its own transaction
 *		betrokkene_contactgegevens (KI-74): what the partij gave after the betrokkene, in the same transaction or since, or has changed
 *		betrokkene_namen (KI-78): what was not known when the names were given; the partij may have been found since (KI-79)
 */
#include "klantinteracties.h"

/* The columns of a group, of row r. */
#define CONTACTNAAM(r) \
	r ".contactnaam_voorletters, " r ".contactnaam_voornaam, " \
	r ".contactnaam_voorvoegsel_achternaam, " r ".contactnaam_achternaam"
#define ADRES(r, groep) \
	r "." groep "_nummeraanduiding_id, " r "." groep "_land_code, " \
	r "." groep "_adresregel1, " r "." groep "_adresregel2, " r "." groep "_adresregel3"
#define IDENTIFICATOR(groep) \
	"t." groep "_objecttype_code, t." groep "_soort_object_id_code, t." groep "_object_id, t." groep "_register_code"

/* regel_adres() */
#define ADRES_ONVOLLEDIG(groep) \
	"t." groep "_adresregel1 IS NULL AND t." groep "_adresregel2 IS NOT NULL OR " \
	"t." groep "_adresregel2 IS NULL AND t." groep "_adresregel3 IS NOT NULL OR " \
	"t." groep "_nummeraanduiding_id IS NULL AND t." groep "_adresregel1 IS NULL AND t." groep "_land_code IS NOT NULL"

/* regel_identificator_geldig() */
#define NUMMER_ONGELDIG(groep) \
	"CASE t." groep "_soort_object_id_code" \
	" WHEN '" SOORT_BSN "' THEN NOT klantinteracties.is_bsn(t." groep "_object_id)" \
	" WHEN '" SOORT_RSIN "' THEN NOT klantinteracties.is_rsin(t." groep "_object_id)" \
	" WHEN '" SOORT_KVK_NUMMER "' THEN NOT klantinteracties.is_kvk_nummer(t." groep "_object_id)" \
	" WHEN '" SOORT_VESTIGINGSNUMMER "' THEN NOT klantinteracties.is_vestigingsnummer(t." groep "_object_id)" \
	" WHEN '" SOORT_OIN "' THEN NOT klantinteracties.is_oin(t." groep "_object_id)" \
	" WHEN '" SOORT_NUMMERAANDUIDING_ID "' THEN NOT klantinteracties.is_nummeraanduiding_id(t." groep "_object_id)" \
	" END"

/* vorm_van() in regels_onderwerpobject.c; null for another object */
#define VORM(r) \
	"CASE WHEN " r ".onderwerp_was_klantcontact IS NOT NULL THEN 'klantcontact'" \
	" WHEN " r ".onderwerp_was_klanttaak IS NOT NULL" \
	"   OR " r ".onderwerpobjectidentificator_objecttype_code = '" OBJECTTYPE_KLANTTAAK "' THEN 'klanttaak'" \
	" WHEN " r ".onderwerpobjectidentificator_objecttype_code = '" OBJECTTYPE_ZAAK "' THEN 'zaak' END"

/*
 * The moment up to which something can have happened. What a standby shows was written by the clock of its primary, which may be
 * ahead.
 */
#define NU "(SELECT greatest(clock_timestamp(), pg_last_xact_replay_timestamp()))"

const Controle rij_controles[] = {
	{TABEL_KLANTCONTACT, "klantcontact_plaatsgevonden_op_eindig",	/* KI-14 */
		"t.plaatsgevonden_op = '-infinity'",
	"plaatsgevonden_op of a klantcontact must be a moment"},
	{TABEL_KLANTCONTACT, "klantcontact_niet_gepland",	/* KI-14, KI-30 */
		"t.plaatsgevonden_op > t.geregistreerd_op + {toekomst_tolerantie}",
	"klantcontact took place after it was registered"},

	{TABEL_BETROKKENE, "betrokkene_bezoekadres_volledig",	/* KI-103 */
		ADRES_ONVOLLEDIG("bezoekadres"),
	"bezoekadres is not complete"},
	{TABEL_BETROKKENE, "betrokkene_correspondentieadres_volledig",
		ADRES_ONVOLLEDIG("correspondentieadres"),
	"correspondentieadres is not complete"},
	{TABEL_BETROKKENE, "betrokkene_namen",	/* KI-78 */
		"{streng_betrokkene_namen} AND t.organisatienaam IS NOT NULL AND num_nonnulls(" CONTACTNAAM("t") ") = 0"
		" AND (t.was_partij IS NULL OR was_partij.soort_partij = 'persoon')",
	"names of the betrokkene do not fit what is known of it"},
	{TABEL_BIJLAGE, "identificator_geldig", /* KI-106 */
		NUMMER_ONGELDIG("bijlageidentificator"),
	"identifying number is not valid"},

	{TABEL_ONDERWERPOBJECT, "onderwerpobject_identificator_volledig",	/* KI-45 */
		"num_nonnulls(" IDENTIFICATOR("onderwerpobjectidentificator") ") NOT IN (0, 4)",
	"identificator is not complete"},
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_een_object",	/* KI-45 */
		"num_nonnulls(t.onderwerp_was_klantcontact, t.onderwerp_was_klanttaak, t.onderwerpobjectidentificator_object_id) <> 1",
	"onderwerpobject must refer to exactly one object"},
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_ontstaan_is_zaak", /* KI-48 */
		"t.ontstaan_uit_klantcontact AND " VORM("t") " IS DISTINCT FROM 'zaak'",
	"only a zaak can arise from a klantcontact"},
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_eerder_klantcontact",	/* KI-46 */
		"t.onderwerp_was_klantcontact = t.was_onderwerp_van_klantcontact",
	"klantcontact cannot be about itself"},
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_taak_van_klantcontact",	/* KI-45 */
		"t.onderwerp_was_klantcontact IS DISTINCT FROM onderwerp_was_interne_taak.aanleidinggevend_klantcontact"
		" AND onderwerp_was_interne_taak.id IS NOT NULL",
	"interne taak and klantcontact of an onderwerpobject do not belong together"},

	{TABEL_INTERNE_TAAK, "interne_taak_verwerkt_op",	/* KI-90, KI-119 */
		"(t.status = 'verwerkt') <> (t.verwerkt_op IS NOT NULL) OR t.verwerkt_op < t.toegewezen_op OR t.verwerkt_op > " NU,
	"verwerkt_op of an interne taak is not right"},

	{TABEL_KLANTTAAK, "klanttaak_zaak", /* KI-97 */
		"t.zaakidentificator_objecttype_code <> '" OBJECTTYPE_ZAAK "'",
	"zaak of a klanttaak must be a zaak"},

	{TABEL_PARTIJ, "partij_soort",	/* KI-55, KI-01a */
		"t.soort_partij <> 'organisatie' AND (t.naam IS NOT NULL OR t.is_gemeente::boolean) OR"
		" t.soort_partij = 'organisatie' AND num_nonnulls(" CONTACTNAAM("t") ") > 0 OR"
		" t.soort_partij = 'contactpersoon' AND num_nonnulls(" CONTACTNAAM("t") ") = 0 OR"
		" t.soort_partij <> 'contactpersoon' AND t.werkte_voor_partij IS NOT NULL",
	"attributes of the partij do not fit its soort_partij"},
	{TABEL_PARTIJ, "partij_soort",	/* KI-67 */
		"werkte_voor_partij.soort_partij <> 'organisatie'",
	"werkte_voor_partij must be an organisatie"},
	{TABEL_PARTIJ, "partij_bezoekadres_volledig",	/* KI-103 */
		ADRES_ONVOLLEDIG("bezoekadres"),
	"bezoekadres is not complete"},
	{TABEL_PARTIJ, "partij_correspondentieadres_volledig",
		ADRES_ONVOLLEDIG("correspondentieadres"),
	"correspondentieadres is not complete"},
	{TABEL_PARTIJ, "partij_zonder_hergebruik",	/* KI-58 */
		"NOT t.indicatie_hergebruik AND (num_nonnulls(" ADRES("t", "bezoekadres") ", " ADRES("t", "correspondentieadres") ") > 0"
		" OR t.soort_partij <> 'contactpersoon' AND num_nonnulls(" CONTACTNAAM("t") ") > 0)",
	"no contact data are kept of a partij that does not agree to reuse"},

	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_volledig",	/* KI-98 */
		"num_nonnulls(" IDENTIFICATOR("partij_identificator") ") NOT IN (0, 4)",
	"identificator is not complete"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_een_vorm",	/* domain 2.7 */
		"num_nonnulls(t.partij_identificator_object_id, t.andere_partij_identificator) <> 1",
	"a partij_identificator is either an identificator or a free text"},
	{TABEL_PARTIJ_IDENTIFICATOR, "identificator_geldig",	/* KI-106 */
		"{valideer_identificatie} AND " NUMMER_ONGELDIG("partij_identificator"),
	"identifying number is not valid"},
	{TABEL_PARTIJ_IDENTIFICATOR, "identificator_geldig",	/* KI-114 */
		"CASE WHEN t.soort_partij = 'organisatie' THEN t.partij_identificator_soort_object_id_code = '" SOORT_BSN "'"
		" ELSE t.partij_identificator_soort_object_id_code"
		" IN ('" SOORT_RSIN "', '" SOORT_KVK_NUMMER "', '" SOORT_VESTIGINGSNUMMER "') END",
	"identificator does not fit the soort of the partij"},
	{TABEL_PARTIJ_IDENTIFICATOR, "identificator_geldig",	/* KI-115 */
		"(t.partij_identificator_soort_object_id_code = '" SOORT_VESTIGINGSNUMMER "') IS TRUE <>"
		" (t.sub_identificator_van IS NOT NULL) OR sub_identificator_van.id IS NOT NULL AND"
		" sub_identificator_van.partij_identificator_soort_object_id_code IS DISTINCT FROM '" SOORT_KVK_NUMMER "'",
	"a vestigingsnummer belongs under a KVK-nummer, and nothing else under any identificator"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_kopie",
		"t.soort_partij <> identificeerde_partij.soort_partij OR"
		" t.vertrouwelijk::boolean IS TRUE <> identificeerde_partij.indicatie_geheimhouding",
	KOPIE_MELDING},

	{TABEL_PARTIJ_VERIFICATIE, "partij_verificatie_geverifieerd_op_eindig",	/* KI-119 */
		"t.geverifieerd_op = '-infinity'",
	"geverifieerd_op must be a moment"},
	{TABEL_PARTIJ_VERIFICATIE, "partij_verificatie_niet_gepland",	/* KI-119 */
		"t.geverifieerd_op > t.geregistreerd_op",
	"verification took place after it was registered"},

	{TABEL_VERTEGENWOORDIGING, "vertegenwoordiging_niet_zichzelf",	/* KI-68 */
		"t.vertegenwoordigende_partij = t.vertegenwoordigde_partij",
	"a partij does not represent itself"},

	{TABEL_DIGITAAL_ADRES, "digitaal_adres_eigenaar",	/* KI-82 */
		"t.verstrekt_door_betrokkene IS NULL AND t.verstrekt_door_partij IS NULL",
	"digitaal adres belongs to nobody"},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_eigenaar",	/* KI-82 */
		"t.verstrekt_door_partij IS DISTINCT FROM verstrekt_door_betrokkene.was_partij"
		" AND t.verstrekt_door_partij IS NOT NULL AND verstrekt_door_betrokkene.id IS NOT NULL",
	"partij and betrokkene of a digitaal adres are not the same"},
	{TABEL_DIGITAAL_ADRES, "partij_zonder_hergebruik",	/* KI-58 */
		"t.verstrekt_door_betrokkene IS NULL AND NOT verstrekt_door_partij.indicatie_hergebruik",
	"no contact data are kept of a partij that does not agree to reuse"},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_kopie",
		"(t.verstrekt_door_betrokkene IS NULL) = (verstrekt_door_betrokkene.id IS NULL) AND"
		" t.vertrouwelijk::boolean IS TRUE <> (verstrekt_door_betrokkene.vertrouwelijk::boolean IS TRUE OR"
		"  verstrekt_door_partij.indicatie_geheimhouding IS TRUE)",
	KOPIE_MELDING},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_geldig", /* KI-117, KI-118, ki_aard_van_soort() */
		"CASE WHEN t.soort_digitaal_adres_code IN ('1', '3', '6') THEN NOT klantinteracties.is_telefoonnummer(t.adres)"
		" WHEN t.soort_digitaal_adres_code = '2' THEN NOT klantinteracties.is_e_mailadres(t.adres) END",
	"adres does not fit its soort_digitaal_adres_code"},

	{TABEL_ACTOR, "actor_soort",	/* KI-99 */
		"CASE t.soort_actor WHEN 'medewerker' THEN t.omschrijving IS NOT NULL"
		" WHEN 'organisatorische_eenheid' THEN t.functie IS NOT NULL"
		" WHEN 'geautomatiseerde_actor' THEN num_nonnulls(t.e_mailadres, t.telefoonnummer) > 0 END",
	"actor has an attribute that its soort has not"},
	{TABEL_ACTOR, "actor_volledig", /* KI-99 */
		"{volledige_actor} AND CASE t.soort_actor WHEN 'medewerker' THEN num_nulls(t.functie, t.e_mailadres, t.telefoonnummer) > 0"
		" WHEN 'geautomatiseerde_actor' THEN t.functie IS NULL END",
	"actor lacks an attribute that its soort must have"},
	{TABEL_ACTOR, "actor_identificator_volledig",	/* KI-98 */
		"num_nonnulls(" IDENTIFICATOR("actoridentificator") ") NOT IN (0, 4)",
	"identificator is not complete"},
	{TABEL_ACTOR, "identificator_geldig",	/* KI-106 */
		NUMMER_ONGELDIG("actoridentificator"),
	"identifying number is not valid"},

	{TABEL_GEEN, NULL, NULL, NULL}
};

/* KI-01a: the partijen that are no klant of the gemeente. They are few, so that the answer is kept in memory. */
#define GEMEENTELIJK \
	"(SELECT p.id FROM {partij} p WHERE p.is_gemeente::boolean OR" \
	" p.werkte_voor_partij IN (SELECT w.id FROM {partij} w WHERE w.is_gemeente::boolean))"

#define NAAM_OF_ADRES \
	"num_nonnulls(t.organisatienaam, " CONTACTNAAM("t") ", " ADRES("t", "bezoekadres") ", " ADRES("t", "correspondentieadres") ") > 0"

/* Design decision D8: what a row carries of its klantcontact. No rule raises that it differs, as the triggers fill it in. */
#define HISTORIE "t.vertrouwelijk, t.plaatsgevonden_op, t.kanaal_code"
#define KOPIE "t.vertrouwelijk, NULL::timestamptz, NULL"
#define GEEN_KOPIE "NULL, NULL::timestamptz, NULL"
#define GEEN_MOMENT NULL, NULL, NULL

/* What a row says of its klantcontact, as SQL. */
#define ZEGT(kenmerk) CppAsString2(kenmerk)
#define ALS(voorwaarde, kenmerken) "CASE WHEN " voorwaarde " THEN " kenmerken " ELSE 0 END"
#define ONDERWERP(kenmerk) ZEGT(DOSSIER_OPVOLGING) " | " ALS("{een_onderwerp}", ZEGT(kenmerk))
#define ZAAK ZEGT(DOSSIER_OPVOLGING) " | " ZEGT(DOSSIER_TAAK_OF_ZAAK) " | " \
	ALS("{een_onderwerp} AND NOT t.ontstaan_uit_klantcontact", ZEGT(DOSSIER_OVER_ZAAK))

const DossierDeel dossier_delen[] = {
	{TABEL_KLANTCONTACT, NULL, SLEUTEL, "t.id", HISTORIE,
	ALS("t.inhoud IS NOT NULL", ZEGT(DOSSIER_INHOUD)), GEEN_MOMENT},
	{TABEL_BETROKKENE, "betrokkene_kopie", BB_HAD_KLANTCONTACT, "t.had_klantcontact", HISTORIE,
		"CASE WHEN t.was_partij IS NULL THEN " ZEGT(DOSSIER_KLANT)
		" WHEN t.was_partij IN " GEMEENTELIJK " THEN 0 ELSE " ZEGT(DOSSIER_KLANT) " | " ZEGT(DOSSIER_GEKEND) " END | "
	ALS("(t.was_partij IS NULL OR {streng_contactgegevens}) AND " NAAM_OF_ADRES, ZEGT(DOSSIER_CONTACTGEGEVENS)), GEEN_MOMENT},
	{TABEL_DIGITAAL_ADRES, NULL, DA_VERSTREKT_DOOR_BETROKKENE, "verstrekt_door_betrokkene.had_klantcontact", GEEN_KOPIE,
	ALS("verstrekt_door_betrokkene.was_partij IS NULL OR {streng_contactgegevens}", ZEGT(DOSSIER_CONTACTGEGEVENS)), GEEN_MOMENT},
	{TABEL_ACTOR_KLANTCONTACT, "actor_klantcontact_kopie", AC_KLANTCONTACT_ID, "t.klantcontact_id", KOPIE, ZEGT(DOSSIER_ACTOR), GEEN_MOMENT},
	{TABEL_BIJLAGE, "bijlage_kopie", BL_WAS_BIJLAGE_VAN_KLANTCONTACT, "t.was_bijlage_van_klantcontact", KOPIE, ZEGT(DOSSIER_INHOUD), GEEN_MOMENT},
	{TABEL_INTERNE_TAAK, "interne_taak_kopie", IT_AANLEIDINGGEVEND_KLANTCONTACT, "t.aanleidinggevend_klantcontact", KOPIE,
		ZEGT(DOSSIER_OPVOLGING) " | " ZEGT(DOSSIER_TAAK_OF_ZAAK),
		"t.toegewezen_op", "interne_taak_toegewezen_op",	/* KI-94 */
	"interne taak cannot be assigned before its klantcontact took place"},
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_kopie", OO_WAS_ONDERWERP_VAN_KLANTCONTACT, "t.was_onderwerp_van_klantcontact", HISTORIE,
		"CASE " VORM("t") " WHEN 'klantcontact' THEN " ONDERWERP(DOSSIER_OVER_KLANTCONTACT)
	" WHEN 'klanttaak' THEN " ONDERWERP(DOSSIER_OVER_KLANTTAAK) " WHEN 'zaak' THEN " ZAAK " ELSE 0 END", GEEN_MOMENT},
	{TABEL_ONDERWERPOBJECT, NULL, OO_ONDERWERP_WAS_KLANTCONTACT, "t.onderwerp_was_klantcontact", GEEN_KOPIE, "0",
		"t.plaatsgevonden_op", "onderwerpobject_eerder_klantcontact",	/* KI-46 */
	"klantcontact cannot be about one that took place later"},

	{.tabel = TABEL_GEEN}
};

const DossierControle dossier_controles[] = {
	{TABEL_KLANTCONTACT, "klantcontact_minstens_een_betrokkene",	/* KI-01, KI-01a */
		"true", 0, DOSSIER_KLANT,
	"klantcontact has no betrokkene other than the gemeente itself"},
	{TABEL_KLANTCONTACT, "klantcontact_minstens_een_actor", /* KI-03 */
		"true", 0, DOSSIER_ACTOR,
	"klantcontact has no actor"},
	{TABEL_KLANTCONTACT, "klantcontact_heeft_inhoud",	/* KI-06 */
		"{eis_inhoud}", 0, DOSSIER_INHOUD,
	"klantcontact has no inhoud and no bijlage"},
	{TABEL_KLANTCONTACT, "klantcontact_heeft_doel", /* KI-24, KI-25 */
		"{eis_doel}", 0, DOSSIER_GEKEND | DOSSIER_OPVOLGING,
	"klantcontact has no gekende partij and no follow-up"},
	{TABEL_KLANTCONTACT, "betrokkene_contactgegevens",	/* KI-74, KI-76 */
		"true", DOSSIER_CONTACTGEGEVENS, DOSSIER_OPVOLGING,
	"klantcontact keeps contact data of a betrokkene without follow-up"},
	{TABEL_KLANTCONTACT, "klantcontact_heeft_opvolging",	/* KI-27 */
		"{eis_interne_taak_of_zaak}", 0, DOSSIER_TAAK_OF_ZAAK,
	"klantcontact has no interne taak and no zaak"},

	{.tabel = TABEL_GEEN}
};

/* Is a group of columns filled, and the same as another? */
#define ZELFDE(groep, andere) "num_nonnulls(" groep ") > 0 AND (" groep ") IS NOT DISTINCT FROM (" andere ")"

/* Is a row as it was registered? */
#define ONGEWIJZIGD(tabel, r) \
	"NOT EXISTS (SELECT FROM {mutatielog} m WHERE m.tabel = '" tabel "' AND m.rij_id = " r ".id::text)"

const Controle samenhang_controles[] = {
	{TABEL_BETROKKENE, "betrokkene_contactgegevens",	/* KI-74 */
		"{streng_contactgegevens} AND " NAAM_OF_ADRES " AND EXISTS (SELECT FROM {partij} p WHERE p.id = t.was_partij"
		" AND p.geregistreerd_op <= t.geregistreerd_op AND (" ZELFDE(CONTACTNAAM("t"), CONTACTNAAM("p"))
		" OR " ZELFDE(ADRES("t", "bezoekadres"), ADRES("p", "bezoekadres"))
		" OR " ZELFDE(ADRES("t", "correspondentieadres"), ADRES("p", "correspondentieadres")) ") AND " ONGEWIJZIGD("partij", "p") ")"
		" AND " ONGEWIJZIGD("betrokkene", "t"),
	"contact data of a betrokkene repeat those of the partij"},
	{TABEL_DIGITAAL_ADRES, "betrokkene_contactgegevens",	/* KI-74 */
		"{streng_contactgegevens} AND t.verstrekt_door_partij IS NULL AND EXISTS (SELECT FROM {betrokkene} b"
		" JOIN {digitaal_adres} a ON a.verstrekt_door_partij = b.was_partij WHERE b.id = t.verstrekt_door_betrokkene"
		" AND a.soort_digitaal_adres_code = t.soort_digitaal_adres_code AND a.geregistreerd_op <= t.geregistreerd_op"
		" AND klantinteracties.normaliseer_digitaal_adres(a.soort_digitaal_adres_code, a.adres) ="
		" klantinteracties.normaliseer_digitaal_adres(t.soort_digitaal_adres_code, t.adres)"
		" AND " ONGEWIJZIGD("betrokkene", "b") " AND " ONGEWIJZIGD("digitaal_adres", "a") ") AND " ONGEWIJZIGD("digitaal_adres", "t"),
	"contact data of a betrokkene repeat those of the partij"},

	{TABEL_PARTIJ, "partij_soort",	/* KI-67 */
		"t.soort_partij = 'contactpersoon' AND t.werkte_voor_partij IS NULL"
		" AND NOT EXISTS (SELECT FROM {vertegenwoordiging} v WHERE v.vertegenwoordigende_partij = t.id)",
	"contactpersoon worked for nobody and represented nobody"},
	{TABEL_PARTIJ, "partij_heeft_identificator",	/* KI-56 */
		"{eis_partij_identificator} AND t.soort_partij <> 'contactpersoon'"
		" AND NOT EXISTS (SELECT FROM {partij_identificator} i WHERE i.identificeerde_partij = t.id)",
	"partij has no identificator"},
	{TABEL_PARTIJ, "partij_is_geverifieerd",	/* KI-52 */
		"{eis_verificatie} AND NOT EXISTS (SELECT FROM {partij_verificatie} v"
		" WHERE v.partij = t.id AND v.handeling = 'registratie')",
	"partij has no verification of \"registratie\""},
	{TABEL_BETROKKENE, "partij_is_geverifieerd",	/* KI-53a */
		"{eis_verificatie_hergebruik} AND t.was_partij IS NOT NULL AND NOT EXISTS (SELECT FROM {partij_verificatie} v"
		" WHERE v.partij = t.was_partij AND v.handeling IN ('registratie', 'hergebruik'))",
	"partij of the betrokkene has no verification of \"hergebruik\""},

	{TABEL_GEEN, NULL, NULL, NULL}
};

/* Each rule is the name of its unique index, and is checked only where that index is not there to enforce it. */
const Eenmalig eenmalig_controles[] = {
	{TABEL_KLANTCONTACT, "klantcontact_nummer_key", "t.nummer", "true"},	/* KI-34 */
	{TABEL_INTERNE_TAAK, "interne_taak_nummer_key", "t.nummer", "true"},
	{TABEL_KLANTTAAK, "klanttaak_nummer_key", "t.nummer", "true"},
	{TABEL_PARTIJ, "partij_nummer_key", "t.nummer", "true"},
	{TABEL_BETROKKENE, "betrokkene_partij_eenmalig",	/* KI-11 */
	"t.had_klantcontact, t.was_partij", "t.was_partij IS NOT NULL"},
	{TABEL_ACTOR_KLANTCONTACT, "actor_klantcontact_eenmalig",	/* KI-04 */
	"t.klantcontact_id, t.actor_id", "true"},
	{TABEL_BIJLAGE, "bijlage_eenmalig", /* KI-42 */
	"t.was_bijlage_van_klantcontact, " IDENTIFICATOR("bijlageidentificator"), "true"},
	{TABEL_VERTEGENWOORDIGING, "vertegenwoordiging_eenmalig",	/* KI-68 */
	"t.vertegenwoordigende_partij, t.vertegenwoordigde_partij", "true"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_eenmalig",	/* KI-59, KI-116 */
		IDENTIFICATOR("partij_identificator") ", t.sub_identificator_van",
	"t.partij_identificator_object_id IS NOT NULL AND t.soort_partij <> 'contactpersoon'"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_een_per_soort",	/* KI-116 */
		"t.identificeerde_partij, t.partij_identificator_soort_object_id_code",
	"t.partij_identificator_soort_object_id_code IN ('" SOORT_BSN "', '" SOORT_RSIN "', '" SOORT_KVK_NUMMER "')"},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_eenmalig",	/* KI-117 */
		"t.verstrekt_door_partij, t.soort_digitaal_adres_code,"
		" klantinteracties.normaliseer_digitaal_adres(t.soort_digitaal_adres_code, t.adres)",
	"t.verstrekt_door_partij IS NOT NULL"},

	{TABEL_GEEN, NULL, NULL, NULL}
};
