/* <resolv.h>, <arpa/nameser.h>: asking name servers, and reading and writing their messages */

GROUP(record, HOST_NOT_FOUND, "the name server says that the name does not exist")
GROUP(record, NO_DATA, "the name exists, but has no record of this $")

/* What a domain name or a message can have wrong; the parameters have no names in the headers. */
GROUP(name, EMSGSIZE, "$ is not well formed, or the buffer is too small for it")
GROUP(part, EMSGSIZE, "$ ends early or is not well formed")

/* Asking */
#ifdef __GLIBC__
FAILS(res_init, "-1 errno, blocks", EIO, EMFILE, ENFILE, ENOMEM);
FAILS(res_ninit, "-1 errno, blocks", EIO, EMFILE, ENFILE, ENOMEM);
FAILS(res_query, "-1 h_errno, errno=NETDB_INTERNAL, blocks", NETDB_INTERNAL, NO_RECOVERY,
      TRY_AGAIN, record(type));
MEANS(res_query, NO_RECOVERY,
      "the name can't be asked for, or the name server refuses to answer");
FAILS(res_send, "-1 errno, blocks", ECONNREFUSED, EINVAL, EMFILE, ENFILE, ENOMEM, ESRCH,
      ETIMEDOUT);
MEANS(res_send, ECONNREFUSED, "no name server can be reached, or none answers well");
MEANS(res_send, EINVAL, "the buffer for the answer is smaller than the 12 bytes of its header");
MEANS(res_send, ESRCH, "no name server is known");
MEANS(res_send, ETIMEDOUT, "no name server answered in time");
#else
NEVER_FAILS(res_init);
FAILS(res_query, "-1 h_errno, blocks", TRY_AGAIN, record(type));
FAILS(res_send, "-1 none, blocks");
#endif
LIKE(res_search, res_query);
LIKE(res_querydomain, res_query);
LIKE(res_nquery, res_query);
LIKE(res_nsearch, res_query);
LIKE(res_nquerydomain, res_query);
LIKE(res_nsend, res_send);
FAILS(res_mkquery, "-1 errno, fresh");
MEANS(res_mkquery, EMSGSIZE, "the name, or a part of it, is too long, or not well formed");
LIKE(res_nmkquery, res_mkquery);
NEVER_FAILS(res_close);
NEVER_FAILS(res_nclose);
NEVER_FAILS(__res_state);

/* Domain names in messages; musl leaves no code. */
#ifdef __GLIBC__
FAILS(dn_comp, "-1 errno", name(the name));
FAILS(dn_expand, "-1 errno", name(the name));
FAILS(dn_skipname, "-1 errno", part(the name));
#else
FAILS(dn_comp, "-1 none");
FAILS(dn_expand, "-1 none");
FAILS(dn_skipname, "-1 none");
#endif
FAILS(ns_name_compress, "-1 errno", name(the name));
FAILS(ns_name_uncompress, "-1 errno", name(the name));
FAILS(ns_name_pack, "-1 errno", name(the name));
FAILS(ns_name_unpack, "-1 errno", name(the name));
FAILS(ns_name_ntop, "-1 errno", name(the name));
FAILS(ns_name_pton, "-1 errno", name(the name));
FAILS(ns_name_ntol, "-1 errno", name(the name));
FAILS(ns_name_skip, "-1 errno", part(the name));
FAILS(ns_makecanon, "-1 errno", name(the name));
FAILS(ns_samename, "-1 errno", name(a name));
NEVER_FAILS(ns_samedomain);
NEVER_FAILS(ns_subdomain);
NEVER_FAILS(ns_name_rollback);
NEVER_FAILS(res_hnok);
NEVER_FAILS(res_ownok);
NEVER_FAILS(res_mailok);
NEVER_FAILS(res_dnok);

/* Messages and records */
FAILS(ns_initparse, "-1 errno", part(the message));
FAILS(ns_skiprr, "-1 errno", part(the message));
FAILS(ns_parserr, "-1 errno", ENODEV, part(the record));
MEANS(ns_parserr, ENODEV, "the section or the number of the record is not in the message");
FAILS(ns_sprintrr, "-1 errno", ENOSPC, part(the record));
MEANS(ns_sprintrr, ENOSPC, "the text needs more room than the buffer has");
LIKE(ns_sprintrrf, ns_sprintrr);
NEVER_FAILS(ns_msg_getflag);
NEVER_FAILS(ns_get16);
NEVER_FAILS(ns_get32);
NEVER_FAILS(ns_put16);
NEVER_FAILS(ns_put32);
FAILS(ns_format_ttl, "-1 none");
FAILS(ns_parse_ttl, "-1 errno", EINVAL);
MEANS(ns_parse_ttl, EINVAL, "the text is not a time to live like 1w2d3h4m5s");
FAILS(ns_datetosecs, "0 none");

/* Left over from BIND: kept for old programs, and no manual page has them. */
FAILS(__b64_ntop, "-1 none");
FAILS(__b64_pton, "-1 none");
FAILS(__loc_aton, "0 none");
NEVER_FAILS(__loc_ntoa);
FAILS(__p_cdname, "NULL none");
FAILS(__p_cdnname, "NULL none");
FAILS(__p_fqname, "NULL none");
FAILS(__p_fqnname, "NULL none");
FAILS(__res_nameinquery, "-1 none");
FAILS(__res_queriesmatch, "-1 none");
NEVER_FAILS(__res_isourserver);
NEVER_FAILS(__res_randomid);
NEVER_FAILS(__hostalias);
NEVER_FAILS(__res_hostalias);
NEVER_FAILS(__dn_count_labels);
NEVER_FAILS(__fp_nquery);
NEVER_FAILS(__fp_query);
NEVER_FAILS(__fp_resstat);
NEVER_FAILS(__p_query);
NEVER_FAILS(__p_class);
NEVER_FAILS(__p_option);
NEVER_FAILS(__p_rcode);
NEVER_FAILS(__p_time);
NEVER_FAILS(__p_type);
NEVER_FAILS(__putlong);
NEVER_FAILS(__putshort);
NEVER_FAILS(__sym_ntop);
NEVER_FAILS(__sym_ntos);
NEVER_FAILS(__sym_ston);
