/*
 * compat.h
 *		Every difference between the supported PostgreSQL versions, 15 to 18.
 *
 * No other file of the extension looks at PG_VERSION_NUM.
 */
#ifndef KI_COMPAT_H
#define KI_COMPAT_H

#if PG_VERSION_NUM < 150000
#error "klantinteracties needs PostgreSQL 15 or later"
#endif

/* 16 moved the macros of variable-length values out of postgres.h. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 16 introduced soft errors; before it an input function can only raise. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#else
#define ereturn(context, dummy_value, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
		return dummy_value; \
	} while (0)
#endif

/* 18 makes UUIDs of version 7 itself. */
#if PG_VERSION_NUM >= 180000
#include "utils/fmgrprotos.h"
#define KI_SERVER_HAS_UUIDV7
#endif

/* 18 shows name and version of a module in pg_get_loaded_modules(). */
#ifdef PG_MODULE_MAGIC_EXT
#define KI_MODULE_MAGIC \
	PG_MODULE_MAGIC_EXT(.name = "klantinteracties", .version = KI_VERSION)
#else
#define KI_MODULE_MAGIC PG_MODULE_MAGIC
#endif

/* 18 puts it before the declaration and calls it so. */
#ifndef pg_noreturn
#define pg_noreturn pg_attribute_noreturn()
#endif

/* 18 counts index searches for EXPLAIN, which a rule has no part in. */
#if PG_VERSION_NUM >= 180000
#define ki_index_beginscan(heap, index, snapshot, nkeys) \
	index_beginscan(heap, index, snapshot, NULL, nkeys, 0)
#else
#define ki_index_beginscan(heap, index, snapshot, nkeys) \
	index_beginscan(heap, index, snapshot, nkeys, 0)
#endif

/* 16 has one function for the privileges of every kind of object, and one for its owner. */
#if PG_VERSION_NUM >= 160000
#define ki_namespace_aclcheck(schema, rol, mode) object_aclcheck(NamespaceRelationId, schema, rol, mode)
#define ki_bezit_relatie(relid, rol) object_ownercheck(RelationRelationId, relid, rol)
#else
#define ki_namespace_aclcheck(schema, rol, mode) pg_namespace_aclcheck(schema, rol, mode)
#define ki_bezit_relatie(relid, rol) pg_class_ownercheck(relid, rol)
#endif

/* 18 lets every query be run once only. */
#if PG_VERSION_NUM >= 180000
#define ki_executor_run(uitvoering) ExecutorRun(uitvoering, ForwardScanDirection, 0)
#else
#define ki_executor_run(uitvoering) ExecutorRun(uitvoering, ForwardScanDirection, 0, true)
#endif

/* 16 calls it otherwise: the subtransaction that gave a relation new storage, in this transaction. */
#if PG_VERSION_NUM >= 160000
#define ki_nieuwe_opslag(rel) ((rel)->rd_firstRelfilelocatorSubid)
#else
#define ki_nieuwe_opslag(rel) ((rel)->rd_firstRelfilenodeSubid)
#endif

#endif							/* KI_COMPAT_H */
