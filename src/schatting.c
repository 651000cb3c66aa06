/*
 * schatting.c
 *		Tells the planner how many rows a function will return, where its arguments say so.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/array.h"

PG_FUNCTION_INFO_V1(ki_schat_rijen);

/* The value of an argument, if the planner knows it: NULL if not. */
static const Const *
bekend_argument(PlannerInfo *root, Node *argument)
{
	Node	   *waarde = estimate_expression_value(root, argument);

	return IsA(waarde, Const) ? (const Const *) waarde : NULL;
}

/*
 * Support function of functions that return at most as many rows as an integer argument says (aantal), or as the keys in an array: the
 * first argument of either type counts. A null aantal, which is all, and one that is not known yet are left to the function's ROWS.
 * Any other request is none of ours.
 */
Datum
ki_schat_rijen(PG_FUNCTION_ARGS)
{
	Node	   *verzoek = (Node *) PG_GETARG_POINTER(0);
	SupportRequestRows *req = (SupportRequestRows *) verzoek;
	ListCell   *lc;

	if (!IsA(verzoek, SupportRequestRows) || !is_funcclause(req->node))
		PG_RETURN_POINTER(NULL);
	foreach(lc, ((FuncExpr *) req->node)->args)
	{
		Oid			type = exprType(lfirst(lc));
		const Const *waarde;

		if (type != INT4OID && type != UUIDARRAYOID)
			continue;
		waarde = bekend_argument(req->root, lfirst(lc));
		if (waarde == NULL || waarde->constisnull)
			break;
		if (type == INT4OID)
			req->rows = Max(DatumGetInt32(waarde->constvalue), 1);
		else
			req->rows = Max(ArrayGetNItems(ARR_NDIM(DatumGetArrayTypeP(waarde->constvalue)),
										   ARR_DIMS(DatumGetArrayTypeP(waarde->constvalue))), 1);
		PG_RETURN_POINTER(req);
	}
	PG_RETURN_POINTER(NULL);
}
