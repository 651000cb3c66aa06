/*
 * klantinteracties.h
 *		The vocabulary of the rules: the tables of a register, a row on its way in, and a look at other rows.
 *
 * The way of one value: SQL trigger -> entry in regels.c -> rule in regels_*.c -> row or error. What a rule needs to know of
 * other tables it asks of register.c (which table, which index) and opzoeken.c (which rows).
 */
#ifndef KLANTINTERACTIES_H
#define KLANTINTERACTIES_H

#include "postgres.h"

#include "access/genam.h"
#include "access/tableam.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "utils/rel.h"
#include "utils/snapshot.h"
#include "utils/timestamp.h"

#include "compat.h"

/* tabellen.c: what C knows of the tables, by domain.md section 2 */

typedef enum Tabel
{
	TABEL_GEEN,
	TABEL_KLANTCONTACT,
	TABEL_BETROKKENE,
	TABEL_ACTOR_KLANTCONTACT,
	TABEL_BIJLAGE,
	TABEL_ONDERWERPOBJECT,
	TABEL_INTERNE_TAAK,
	TABEL_KLANTTAAK,
	TABEL_PARTIJ,
	TABEL_PARTIJ_IDENTIFICATOR,
	TABEL_PARTIJ_VERIFICATIE,
	TABEL_VERTEGENWOORDIGING,
	TABEL_DIGITAAL_ADRES,
	TABEL_ACTOR,
	TABEL_KANAAL,
	TABEL_TAAL,
	TABEL_SOORT_DIGITAAL_ADRES,
	TABEL_LAND,
	TABEL_EXTERN_REGISTER,
	TABEL_SOORT_OBJECT,
	TABEL_SOORT_OBJECT_ID,
	TABEL_MUTATIELOG,
	TABEL_VERNIETIGING,
	AANTAL_TABELLEN
} Tabel;

typedef enum KolomSoort
{
	KOLOM_UUID,
	KOLOM_TEKST,
	KOLOM_MOMENT,
	KOLOM_DATUM,
	KOLOM_BOOLEAN,
	KOLOM_NUMMER,
	KOLOM_JA_OF_LEEG,
	KOLOM_BYTES
} KolomSoort;

typedef struct Kolom
{
	const char *naam;
	KolomSoort	soort;
	int			max_tekens;		/* of a text that its row owns: the length in section 2; else 0 */
	Tabel		verwijst_naar;	/* of a key: the table referred to; else TABEL_GEEN */
	bool		kopie;			/* copied from the parent by the rules (design decision D8) */
	bool		later;			/* registers of an older version may lack it: it is empty there, and no rows are found by it */
} Kolom;

/* The length of a text for which section 2 names none. */
#define ONBEPERKT PG_INT32_MAX

typedef struct TabelBeschrijving
{
	const char *naam;			/* as maak_register() names it; it may be renamed */
	const char *regels;			/* name of the function of its row trigger */
	const Kolom *kolommen;
	int			aantal_kolommen;
} TabelBeschrijving;

#define MAX_KOLOMMEN 32
#define MAX_SLUITBAAR 4			/* of a partij: its language and two countries */

/* The first three columns of each table, in this order; of mutatielog they mean something else. */
enum
{
	SLEUTEL,					/* id, or code */
	GEREGISTREERD_OP,
	GEREGISTREERD_DOOR,
	EERSTE_EIGEN_KOLOM
};

enum
{
	KC_NUMMER = EERSTE_EIGEN_KOLOM,
	KC_KANAAL_CODE,
	KC_ONDERWERP,
	KC_INHOUD,
	KC_INDICATIE_CONTACT_GELUKT,
	KC_TAAL_CODE,
	KC_VERTROUWELIJK,
	KC_PLAATSGEVONDEN_OP,
	KC_TODO,
	KC_RESULTAAT,
	KC_VINGERAFDRUK
};

/* A contactnaam and an address are groups of columns that stand together in this order, from the first one on. */
enum
{
	CONTACTNAAM_VOORLETTERS,
	CONTACTNAAM_VOORNAAM,
	CONTACTNAAM_VOORVOEGSEL_ACHTERNAAM,
	CONTACTNAAM_ACHTERNAAM,
	CONTACTNAAM_KOLOMMEN
};

enum
{
	ADRES_NUMMERAANDUIDING_ID,
	ADRES_REGEL1,
	ADRES_REGEL2,
	ADRES_REGEL3,
	ADRES_LAND_CODE,
	ADRES_KOLOMMEN
};

/* So does an identificator. */
enum
{
	IDENTIFICATOR_OBJECTTYPE_CODE,
	IDENTIFICATOR_SOORT_OBJECT_ID_CODE,
	IDENTIFICATOR_OBJECT_ID,
	IDENTIFICATOR_REGISTER_CODE,
	IDENTIFICATOR_KOLOMMEN
};

enum
{
	BB_HAD_KLANTCONTACT = EERSTE_EIGEN_KOLOM,
	BB_WAS_PARTIJ,
	BB_PLAATSGEVONDEN_OP,
	BB_KANAAL_CODE,
	BB_VERTROUWELIJK,
	BB_ORGANISATIENAAM,
	BB_CONTACTNAAM,
	BB_BEZOEKADRES = BB_CONTACTNAAM + CONTACTNAAM_KOLOMMEN,
	BB_CORRESPONDENTIEADRES = BB_BEZOEKADRES + ADRES_KOLOMMEN
};

enum
{
	AC_KLANTCONTACT_ID = EERSTE_EIGEN_KOLOM,
	AC_ACTOR_ID,
	AC_VERTROUWELIJK
};

enum
{
	BL_WAS_BIJLAGE_VAN_KLANTCONTACT = EERSTE_EIGEN_KOLOM,
	BL_VERTROUWELIJK,
	BL_IDENTIFICATOR
};

enum
{
	OO_WAS_ONDERWERP_VAN_KLANTCONTACT = EERSTE_EIGEN_KOLOM,
	OO_ONDERWERP_WAS_KLANTCONTACT,
	OO_ONDERWERP_WAS_INTERNE_TAAK,
	OO_ONDERWERP_WAS_KLANTTAAK,
	OO_IDENTIFICATOR,
	OO_ONTSTAAN_UIT_KLANTCONTACT = OO_IDENTIFICATOR + IDENTIFICATOR_KOLOMMEN,
	OO_PLAATSGEVONDEN_OP,
	OO_KANAAL_CODE,
	OO_VERTROUWELIJK
};

enum
{
	IT_AANLEIDINGGEVEND_KLANTCONTACT = EERSTE_EIGEN_KOLOM,
	IT_TOEGEWEZEN_AAN_ACTOR,
	IT_NUMMER,
	IT_STATUS,
	IT_TOEGEWEZEN_OP,
	IT_VERWERKT_OP,
	IT_VERTROUWELIJK
};

enum
{
	KT_NUMMER = EERSTE_EIGEN_KOLOM,
	KT_ZAAKIDENTIFICATOR
};

enum
{
	P_NUMMER = EERSTE_EIGEN_KOLOM,
	P_SOORT_PARTIJ,
	P_IS_GEMEENTE,
	P_WERKTE_VOOR_PARTIJ,
	P_INDICATIE_GEHEIMHOUDING,
	P_INDICATIE_HERGEBRUIK,
	P_VOORKEURSTAAL,
	P_VOORKEURS_DIGITAAL_ADRES,
	P_NAAM,
	P_CONTACTNAAM,
	P_BEZOEKADRES = P_CONTACTNAAM + CONTACTNAAM_KOLOMMEN,
	P_CORRESPONDENTIEADRES = P_BEZOEKADRES + ADRES_KOLOMMEN,
	P_INTERNE_NOTITIE = P_CORRESPONDENTIEADRES + ADRES_KOLOMMEN
};

enum
{
	PI_IDENTIFICEERDE_PARTIJ = EERSTE_EIGEN_KOLOM,
	PI_SOORT_PARTIJ,
	PI_VERTROUWELIJK,
	PI_SUB_IDENTIFICATOR_VAN,
	PI_ANDERE,
	PI_IDENTIFICATOR
};

enum
{
	PV_PARTIJ = EERSTE_EIGEN_KOLOM,
	PV_HANDELING,
	PV_GEVERIFIEERD_OP
};

enum
{
	VT_VERTEGENWOORDIGENDE_PARTIJ = EERSTE_EIGEN_KOLOM,
	VT_VERTEGENWOORDIGDE_PARTIJ
};

enum
{
	DA_VERSTREKT_DOOR_BETROKKENE = EERSTE_EIGEN_KOLOM,
	DA_VERSTREKT_DOOR_PARTIJ,
	DA_SOORT,
	DA_ADRES,
	DA_VERTROUWELIJK
};

enum
{
	A_INDICATIE_ACTIEF = EERSTE_EIGEN_KOLOM,
	A_SOORT_ACTOR,
	A_FUNCTIE,
	A_OMSCHRIJVING,
	A_E_MAILADRES,
	A_TELEFOONNUMMER,
	A_ACTORIDENTIFICATOR
};

enum
{
	CODE_INDICATIE_ACTIEF = EERSTE_EIGEN_KOLOM
};

enum
{
	LAND_INGANGSDATUM = EERSTE_EIGEN_KOLOM,
	LAND_EINDDATUM
};

enum
{
	ML_RIJ_ID = SLEUTEL,
	ML_TABEL,
	ML_OPERATIE,
	ML_VERVALLEN_OP,
	ML_REDEN,
	ML_ID,
	ML_VERTROUWELIJK,
	ML_GEREGISTREERD_OP
};

extern const TabelBeschrijving tabellen[AANTAL_TABELLEN];

/* opties.c: the rule options of a register, arguments of the row triggers (design decision D4) */

typedef enum Optie
{
	OPTIE_TOEKOMST_TOLERANTIE,
	OPTIE_AANVULVENSTER,
	OPTIE_EIS_INHOUD,
	OPTIE_EIS_DOEL,
	OPTIE_EIS_INTERNE_TAAK_OF_ZAAK,
	OPTIE_EEN_ONDERWERP,
	OPTIE_STRENG_CONTACTGEGEVENS,
	OPTIE_STRENG_BETROKKENE_NAMEN,
	OPTIE_EIS_PARTIJ_IDENTIFICATOR,
	OPTIE_EIS_VERIFICATIE,
	OPTIE_EIS_VERIFICATIE_HERGEBRUIK,
	OPTIE_VALIDEER_IDENTIFICATIE,
	OPTIE_VOLLEDIGE_ACTOR,
	AANTAL_OPTIES
} Optie;

typedef struct OptieWaarde
{
	bool		aan;			/* of a switch */
	Interval	duur;			/* of a duration */
} OptieWaarde;

extern void opties_lezen(const Trigger *trigger, OptieWaarde *opties);
extern bool is_optie(const char *argument, const char *naam);
extern Optie optie_van_regel(const char *regel, const char *naam);
extern const char *optie_waarde(Optie optie, const char *waarde);
extern const char *optie_naam(Optie optie);
extern Tabel optie_tabel(Optie optie);

/* register.c: a table of a register and its family */

typedef struct RegisterTabel
{
	Oid			relid;			/* hash key */
	bool		geldig;			/* false once the relation's definition may have changed */
	uint64		versie;			/* another number for each time that it was read */
	Tabel		tabel;
	AttrNumber	attnum[MAX_KOLOMMEN];	/* InvalidAttrNumber for a later column that the register lacks */
	OptieWaarde optie[AANTAL_OPTIES];
	NameData	trigger;		/* the row trigger with the rules */
	Oid			volledig;		/* the deferred trigger klantcontact_volledig(), or InvalidOid */
	NameData	te_laat;		/* another BEFORE trigger that runs after ~regels, or any on mutatielog */
	Oid			ouder[MAX_KOLOMMEN];	/* the table a key refers to; InvalidOid = not looked up yet */
	Oid			kind[AANTAL_TABELLEN];	/* the table that refers to this one; likewise */
	Oid			index[MAX_KOLOMMEN];	/* an index that leads with the column, or InvalidOid */
	int			sluitbaar[MAX_SLUITBAAR];	/* the keys that lead to what can be closed: codes and actoren */
	int			aantal_sluitbaar;
	bool		meldt_sluiting; /* who closes a row of this table tells every session (regels_actief.c) */
} RegisterTabel;

extern RegisterTabel *register_tabel(Relation rel);
extern RegisterTabel *register_bekend(Oid relid);
extern Oid	register_ouder(RegisterTabel *rt, Relation rel, int kolom);
extern Oid	register_kind(RegisterTabel *rt, Relation rel, Tabel kind, int kolom);
extern char *register_fk_naam(RegisterTabel *rt, Relation rel, int kolom);
extern Oid	register_index(RegisterTabel *rt, Relation rel, int kolom);
extern Oid	register_schema(const char *naam);
extern Oid	register_tabel_in(Oid schema, Tabel tabel);
extern const char *register_versie(Oid schema);
extern Oid	register_mutatielog(Relation rel);
extern void eis_niet_verdeeld(Oid schema);

/* opzoeken.c: other rows, as they are now, whoever asks (design decision D5) */

typedef struct Zoektocht
{
	Relation	rel;
	Relation	index;
	IndexScanDesc iscan;
	TableScanDesc hscan;
	ScanKeyData sleutel;
	TupleTableSlot *slot;
} Zoektocht;

/* Another table of the register, open for reading, and a row found in it. */
typedef struct AndereRij
{
	Relation	rel;
	RegisterTabel *rt;
	TupleTableSlot *slot;
	bool		van_ons;		/* this transaction inserted or changed the row, so nobody else can change it now */
	bool		nieuw;			/* this transaction inserted this version of it; is_nieuw() tells of the row */
	bool		kort;			/* the slot is that of onthouden.c, and has only what parts copy from a klantcontact */
} AndereRij;

extern Snapshot laatste_stand(void);
extern uint64 voer_uit_op_stand(const char *sql, Oid type, Datum parameter, Snapshot stand);
extern uint64 voer_uit_nu(const char *sql, Oid type, Datum parameter);
extern void zoek_begin(Zoektocht *z, Relation rel, RegisterTabel *rt, int kolom, Datum waarde, Snapshot snapshot);
extern bool zoek_volgende(Zoektocht *z);
extern void zoek_eind(Zoektocht *z);
extern bool bestaat_met(Oid relid, int kolom, Datum waarde, Snapshot snapshot);
extern bool rij_lezen(AndereRij *rij, Oid relid, Datum sleutel, LockTupleMode slot);
extern bool klantcontact_lezen(AndereRij *kc, Oid relid, Datum id, LockTupleMode slot);
extern bool rij_lezen_nu(AndereRij *rij, Oid relid, Datum sleutel);
extern bool rij_lezen_zonder_slot(AndereRij *rij, Oid relid, Datum sleutel, Snapshot snapshot);
extern void rij_sluiten(AndereRij *rij);
extern void wacht_op_verwijzers(Oid relid, Datum sleutel);
extern bool is_nieuwe_versie(AndereRij *rij);
extern bool is_nieuw(AndereRij *rij);
extern Datum slot_waarde(TupleTableSlot *slot, const RegisterTabel *rt, int kolom, bool *leeg);
extern bool zelfde_in_slot(TupleTableSlot *a, TupleTableSlot *b, const RegisterTabel *rt, int kolom);
extern Datum rij_waarde(const AndereRij *rij, int kolom, bool *leeg);
extern bool rij_is_tekst(const AndereRij *rij, int kolom, const char *tekst);

/* onthouden.c: what is known of other rows */

typedef enum Feit
{
	FEIT_ACTIEF,				/* an actor or code may be used: a foreign key of this transaction locked it, and who closes it waits
								 * for that lock and then tells every session to forget this (regels_actief.c) */
	FEIT_NIET_GEMEENTELIJK		/* a partij is not the gemeente nor worked for it: a betrokkene was inserted, and who makes a
								 * partij so needs a lock on betrokkene that conflicts with that */
} Feit;

extern uint64 geldigheid(Feit feit);
extern bool is_bekend(Feit feit, Oid relid, Datum sleutel, bool is_uuid);
extern void onthoud(Feit feit, uint64 sinds, Oid relid, Datum sleutel, bool is_uuid);
extern void onthoud_niets_meer(void);
extern void vergeet_feiten(void);
extern bool is_bekende_plek(Oid relid, Datum sleutel, bool is_uuid, ItemPointer tid);
extern void onthoud_plek(Oid relid, Datum sleutel, bool is_uuid, ItemPointer tid);

typedef enum Deel
{
	DEEL_GEKENDE_BETROKKENE = 1 << 0,	/* one with a partij that is not the gemeente */
	DEEL_ONGEKENDE_BETROKKENE = 1 << 1,
	DEEL_ACTOR = 1 << 2,
	DEEL_OPVOLGING = 1 << 3,	/* an interne taak */
	DEEL_CONTACTGEGEVENS = 1 << 4,	/* a betrokkene who is not gekend gave some */
	DEEL_ONDERWERP = 1 << 5,	/* perhaps */
	DEEL_NAZIEN = 1 << 6,		/* no part, but something that only a look at the parts tells */
	DEEL_GECONTROLEERD = 1 << 7 /* no part either: the deferred check of the klantcontact itself began */
} Deel;

extern void onthoud_klantcontact(const RegisterTabel *rt, TupleTableSlot *slot);
extern void kreeg_deel_voor_het_onthouden_werd(void);
extern bool is_nieuw_klantcontact(Oid relid, Datum id);
extern bool bekend_klantcontact(AndereRij *kc, Oid relid, Datum id);
extern void onthoud_deel(Oid klantcontacten, Datum id, Deel deel);
extern bool is_eerste_onderwerp(Oid klantcontacten, Datum id);
extern int	begin_controle(Oid klantcontacten, Datum id);
extern bool komt_controle(Oid klantcontacten, Datum id, Deel wegens);

/* rij.c: the row that a trigger was called for, which rules may read and complete */

typedef struct Rij
{
	Relation	rel;
	RegisterTabel *rt;
	TupleDesc	desc;
	Datum	   *waarde;			/* by attribute number less one; those of the slot, until a rule changes one */
	bool	   *leeg;
	bool		gewijzigd;		/* a rule did */
	bool		correctie;		/* the row is changed or added by corrigeer() or the like */
} Rij;

/* Where a column is in the arrays; -1 for one that this register, being of an older version, does not have. */
static inline int
plaats(const Rij *rij, int kolom)
{
	return rij->rt->attnum[kolom] - 1;
}

/* Is the column null, or not there? */
static inline bool
is_leeg(const Rij *rij, int kolom)
{
	int			i = plaats(rij, kolom);

	return i < 0 || rij->leeg[i];
}

/* The value of a column that is not null. */
static inline Datum
waarde(const Rij *rij, int kolom)
{
	return rij->waarde[plaats(rij, kolom)];
}

extern void rij_begin(Rij *rij, Relation rel, RegisterTabel *rt, TupleTableSlot *slot);
extern HeapTuple rij_af(Rij *rij, HeapTuple tuple);
extern void zet(Rij *rij, int kolom, Datum waarde);
extern void zet_plaats(Rij *rij, int plaats, Datum waarde, bool leeg);
extern void zet_leeg(Rij *rij, int kolom);
extern void neem_over(Rij *rij, int kolom, const AndereRij *van, int van_kolom);
extern bool is_ja(const Rij *rij, int kolom);
extern bool is_waar(const Rij *rij, int kolom);
extern bool is_tekst(const Rij *rij, int kolom, const char *tekst);
extern bool zelfde(const Rij *a, const Rij *b, int kolom);
extern bool is_gewijzigd(const Rij *rij, const Rij *oud, int eerste, int aantal);
extern bool is_anders(const Rij *a, const Rij *b, int plaats);
extern bool alleen_kopieen_gewijzigd(const Rij *rij, const Rij *oud);

/* melding.c: how a violation names rows, columns and values */

extern const char *naam_van_rij(Relation rel, const RegisterTabel *rt, TupleTableSlot *slot);
extern const char *naam_van_andere(const AndereRij *rij);
extern const char *zichtbaar_moment(const AndereRij *rij, int kolom);
extern const char *tekst_van(Oid type, Datum waarde);
extern const char *tekst_van_kolom(const Rij *rij, int kolom);
extern int	errkolom(const Rij *rij, int kolom, const char *regel);

/* Codes of the reference data that the rules know (sql/45_register_gegevens.sql). */
#define OBJECTTYPE_INFORMATIEOBJECT "3"
#define OBJECTTYPE_ZAAK "12"
#define OBJECTTYPE_KLANTTAAK "100"
#define SOORT_BSN "1"
#define SOORT_RSIN "2"
#define SOORT_VESTIGINGSNUMMER "3"
#define SOORT_KVK_NUMMER "100"
#define SOORT_OIN "101"
#define SOORT_OBJECT_ID_KLANTTAAKNUMMER "102"
#define REGISTER_ZAKEN "6"
#define SOORT_NUMMERAANDUIDING_ID "108"

/*
 * The rules on a row. <tabel>_rij() walks those of one table, in order: oud is the version before an update, NULL for an insert,
 * nu the moment of registration. A rule returns, or raises its violation. <tabel>_mag_wijzigen() says which changes there may be.
 * Rows that came in without a trigger are checked later, by the same rules as controles.c puts them.
 */

/* regels.c: the triggers */
extern TriggerData *trigger_data(FunctionCallInfo fcinfo, TriggerEvent wanneer, bool rij);
pg_noreturn extern void verkeerde_tabel(Relation rel, const char *functie);

/* regels_algemeen.c: what every table shares */
extern void regel_lengte(const Rij *rij, int kolom);
extern void regel_tekstlengte(const Rij *rij);
extern void regel_nummer(const Rij *rij, int kolom);
extern void regel_registratie(Rij *rij, const Rij *oud, TimestampTz nu);
extern void regel_adres(const Rij *rij, int adres, const char *groep);
extern void regel_identificator_volledig(const Rij *rij, int identificator, const char *regel);
extern void regel_identificator_geldig(const Rij *rij, const Rij *oud, int identificator);
extern bool lees_ouder(AndereRij *ouder, const Rij *rij, int kolom, LockTupleMode slot);
extern void regel_ouder_zichtbaar(const AndereRij *ouder, int vertrouwelijk, const Rij *rij, const Rij *oud, int kolom);
extern TimestampTz moment_plus(TimestampTz moment, const Interval *duur);
extern bool duur_is_nul(const Interval *duur);
extern bool groep_is_leeg(const Rij *rij, int eerste, int aantal);
pg_noreturn extern void weiger_wijziging(Relation rel, const RegisterTabel *rt, TriggerEvent event,
										 TupleTableSlot *oud, const char *uitleg);

/* regels_klantcontact.c: domain 3.1 and 3.2 */
extern void regel_niet_gepland(const Rij *rij, TimestampTz nu);
extern void klantcontact_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* regels_deel.c: the parts of a klantcontact */
extern void regel_deel_tijdig(AndereRij *kc, const Rij *deel, TimestampTz nu);
extern void regel_betrokkene_namen(const Rij *rij);
extern void betrokkene_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool betrokkene_mag_wijzigen(const Rij *rij, const Rij *oud);
extern void actor_klantcontact_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern void bijlage_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* regels_partij.c: domain 3.4 */
extern void regel_partij_soort(const Rij *rij);
extern void regel_zonder_hergebruik(const Rij *rij, const Rij *oud);
extern void regel_een_vorm(const Rij *rij);
extern void regel_soort_identificator(const Rij *rij);
extern void regel_sub_identificator(const Rij *rij);
extern void partij_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool partij_mag_wijzigen(const Rij *rij, const Rij *oud);
extern void partij_identificator_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern void partij_verificatie_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern void vertegenwoordiging_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* regels_actief.c: KI-05, KI-12, KI-101, after the row is stored */
extern bool is_sluitbaar(Tabel tabel);
extern void regel_verwijzing_actief(Relation rel, RegisterTabel *rt, TupleTableSlot *nieuw, TupleTableSlot *oud);

/* regels_digitaal_adres.c: domain 3.5 and 3.8, KI-82 and KI-117 */
extern void regel_adres_geldig(const Rij *rij);
extern void regel_eigenaar(const Rij *rij, const AndereRij *betrokkene);
extern void digitaal_adres_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool digitaal_adres_mag_wijzigen(const Rij *rij, const Rij *oud);
extern bool digitaal_adres_mag_weg(const Rij *oud);

/* regels_taak.c: domain 3.6 and KI-97 */
extern void vergrendel_klantcontact_van_taak(Oid taken, Datum taak);
extern void regel_verwerkt_op(const Rij *rij, const Rij *oud, TimestampTz nu);
extern void regel_klanttaak_zaak(const Rij *rij);
extern void interne_taak_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool interne_taak_mag_wijzigen(const Rij *rij, const Rij *oud);
extern void klanttaak_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool klanttaak_mag_wijzigen(const Rij *rij, const Rij *oud);

/* regels_referentie.c: domain 3.7, actoren and codes */
extern void regel_actor_soort(const Rij *rij, const Rij *oud);
extern void actor_rij(Rij *rij, const Rij *oud, TimestampTz nu);
extern bool actor_mag_wijzigen(const Rij *rij, const Rij *oud);
extern void code_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* stel_regel_in.c */
extern void controleer_wat_wacht(const char *schema);
extern void zet_argument(Oid relid, const char *argument, const char *waarde);

/* corrigeer.c, vernietig.c */
pg_noreturn extern void fout_invoer(const char *bericht, const char *hint);
extern bool is_blanco(const char *tekst);
extern void vernietiging_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* regels_onderwerpobject.c: domain 3.3 */

typedef enum Vorm
{
	VORM_KLANTCONTACT,
	VORM_ZAAK,
	VORM_KLANTTAAK,
	VORM_ANDER_OBJECT
} Vorm;

extern Vorm vorm_van_rij(const Rij *rij);
extern void regel_een_object(const Rij *rij);
extern void regel_ontstaan_is_zaak(const Rij *rij);
extern void regel_niet_over_zichzelf(const Rij *rij, const AndereRij *kc);
extern Vorm onderwerp_vorm(TupleTableSlot *slot, const RegisterTabel *rt, bool *ontstaan);
extern void onderwerpobject_rij(Rij *rij, const Rij *oud, TimestampTz nu);

/* opening.c: the openings in what is otherwise immutable (design decision D6) */

typedef struct Opening
{
	struct Opening *vorige;
	Oid			relid;			/* InvalidOid: for the copies of what was corrected, which need no permission but a reason */
	TriggerEvent operatie;		/* TRIGGER_EVENT_INSERT, _UPDATE or _DELETE */
	Datum		id;
	const void *ids;			/* instead of one id, those of the rows that a destruction removes, or of the log that become
								 * vertrouwelijk; NULL for anything else */
	int			aantal;			/* of ids, which ascend: uuids; of mutatielog, int8s */
	HeapTuple	nieuw;			/* the row as it is to become; NULL for a removal */
	Bitmapset  *kolommen;		/* of it, the attributes that are known; NULL for all */
	const char *reden;
	bool		wist;			/* the log is not to remember what was in the row */
	SubTransactionId subtransactie;
	int			diepte;			/* of triggers */
	bool		gebruikt;
	bool		gelogd;
	bool	   *weg;			/* for each of ids: is the opening used? */
} Opening;

extern void opening_begin(Opening *opening);
extern void opening_eind(Opening *opening);
extern bool opening_gebruiken(TriggerEvent event, const Rij *rij);
extern const char *opening_reden(TriggerEvent event, const Rij *oud, const Rij *nieuw, bool *wist);
extern bool wordt_vernietigd(TriggerEvent event, Relation rel, Datum id);
extern int	diepte_van_triggers(void);

/* registreer.c */
extern bool is_vingerafdruk(Datum id, Datum vingerafdruk);

/* mutatielog.c */
extern bool mutatielog_mag_schrijven(void);
extern void mutatielog_begin(Rij *rij);
extern void log_toevoeging(Relation rel, RegisterTabel *rt, Datum id, const char *reden);
extern bool is_gecorrigeerd(Relation rel, Datum id, TriggerEvent event);

/* vertrouwelijk.c */
extern void klantcontact_in_log(Relation klantcontacten, Datum id);
extern void volg_geheimhouding(const Rij *rij);
extern bool wordt_genoemd(Relation rel, const char *beleid, bool permissive);
extern bool ziet_vertrouwelijk(Relation rel);

/* volledig_klantcontact.c, volledig_betrokkene.c, volledig_partij.c: the rules over several rows */
extern int	klantcontact_kolom(Tabel tabel);
extern void controleer_klantcontact(Oid klantcontacten, Datum id);
extern void controleer_registratie(Oid klantcontacten, Datum id);
extern void na_insert(TriggerData *trigdata, RegisterTabel *rt);
extern void eis_afwijkende_contactgegevens(const AndereRij *betrokkene, TupleTableSlot *was);
extern void eis_afwijkend_adres(const AndereRij *betrokkene, Relation rel, RegisterTabel *rt, TupleTableSlot *adres);
extern void eis_afwijkende_betrokkenen(Relation partijen, RegisterTabel *rt, Datum partij);
extern bool vraagt_verificatie_hergebruik(Relation betrokkenen, RegisterTabel *rt, TupleTableSlot *slot);
extern void eis_verificatie_hergebruik(Relation betrokkenen, RegisterTabel *rt, TupleTableSlot *slot);

#endif							/* KLANTINTERACTIES_H */
