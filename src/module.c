/*
 * module.c
 *		What makes the shared library a PostgreSQL module.
 */
#include "postgres.h"

#include "fmgr.h"

#include "compat.h"

KI_MODULE_MAGIC;
