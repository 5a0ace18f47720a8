/**
 * libcurl 7.88: what <curl/curl.h> declares, and how it fails. Most functions return a code, whose
 * text the library has; texts of our own stand where it has none, or where they can name what is
 * to blame. What CURLOPT_ERRORBUFFER gets is more exact than any.
 */
#include "spec.h"
#include <curl/curl.h>

LIBRARY("libcurl.so.4")
CODE_SPACE("CURLE_", curl_easy_strerror)
CODE_SPACE("CURLM_", curl_multi_strerror)
CODE_SPACE("CURLSHE_", curl_share_strerror)
CODE_SPACE("CURLUE_", curl_url_strerror)

/* The library. */
FAILS(curl_global_init, "nonzero result/CURLE_", CURLE_FAILED_INIT, CURLE_OUT_OF_MEMORY);
FAILS(curl_global_init_mem, "nonzero result/CURLE_", CURLE_FAILED_INIT, CURLE_OUT_OF_MEMORY);
MEANS(curl_global_init_mem, CURLE_FAILED_INIT,
      "one of m, f, r, s and c is NULL, or a library that libcurl needs did not start");
CALLS_BACK(curl_global_init_mem, 2, kept);
CALLS_BACK(curl_global_init_mem, 3, kept);
CALLS_BACK(curl_global_init_mem, 4, kept);
CALLS_BACK(curl_global_init_mem, 5, kept);
CALLS_BACK(curl_global_init_mem, 6, kept);
NEVER_FAILS(curl_global_cleanup);
FAILS(curl_global_sslset, "nonzero result/CURLSSLSET_", CURLSSLSET_NO_BACKENDS,
      CURLSSLSET_TOO_LATE, CURLSSLSET_UNKNOWN_BACKEND);
MEANS(curl_global_sslset, CURLSSLSET_NO_BACKENDS, "this libcurl was built without TLS");
MEANS(curl_global_sslset, CURLSSLSET_TOO_LATE, "the backend was chosen already");
MEANS(curl_global_sslset, CURLSSLSET_UNKNOWN_BACKEND,
      "this libcurl has no such backend; avail leads to those that it has");
NEVER_FAILS(curl_version);
NEVER_FAILS(curl_version_info);
NEVER_FAILS(curl_easy_strerror);
NEVER_FAILS(curl_multi_strerror);
NEVER_FAILS(curl_share_strerror);
NEVER_FAILS(curl_url_strerror);
NEVER_FAILS(curl_free);
FREES(curl_free, 1);
FAILS(curl_getdate, "-1 none");
NEVER_FAILS(curl_getenv);
NEVER_FAILS(curl_strequal);
NEVER_FAILS(curl_strnequal);
HAS_ATTRIBUTE(curl_getenv, malloc(curl_free, 1));
FAILS(curl_slist_append, "NULL none");
NEVER_FAILS(curl_slist_free_all);
FREES(curl_slist_free_all, 1);

/* One transfer. Functions that stand in the variable arguments of curl_easy_setopt are kept. */
FAILS(curl_easy_init, "NULL none");
FAILS(curl_easy_duphandle, "NULL none");
FAILS(curl_easy_cleanup, "never, blocks");
NEVER_FAILS(curl_easy_reset);
HAS_ATTRIBUTE(curl_easy_init, malloc(curl_easy_cleanup, 1));
HAS_ATTRIBUTE(curl_easy_duphandle, malloc(curl_easy_cleanup, 1));
FREES(curl_easy_cleanup, 1);
FAILS(curl_easy_setopt, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT, CURLE_NOT_BUILT_IN,
      CURLE_OUT_OF_MEMORY, CURLE_SETOPT_OPTION_SYNTAX, CURLE_SSL_ENGINE_INITFAILED,
      CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_UNKNOWN_OPTION,
      CURLE_UNSUPPORTED_PROTOCOL);
MEANS(curl_easy_setopt, CURLE_BAD_FUNCTION_ARGUMENT,
      "curl is NULL, or the value is not one that option takes");
MEANS(curl_easy_setopt, CURLE_NOT_BUILT_IN,
      "this libcurl was built without what option asks for");
MEANS(curl_easy_setopt, CURLE_UNKNOWN_OPTION,
      "option is no CURLOPT_… of this libcurl, or one of something that it was built without");
MEANS(curl_easy_setopt, CURLE_UNSUPPORTED_PROTOCOL,
      "the value names a protocol that this libcurl does not have");
FAILS(curl_easy_getinfo, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY, CURLE_UNKNOWN_OPTION);
MEANS(curl_easy_getinfo, CURLE_BAD_FUNCTION_ARGUMENT, "curl is NULL");
MEANS(curl_easy_getinfo, CURLE_UNKNOWN_OPTION,
      "info is no CURLINFO_… of this libcurl, or the address for the answer is NULL");
NEVER_FAILS(curl_easy_option_by_id);
NEVER_FAILS(curl_easy_option_by_name);
NEVER_FAILS(curl_easy_option_next);
FAILS(curl_easy_perform, "nonzero result/CURLE_, blocks", CURLE_ABORTED_BY_CALLBACK, CURLE_AGAIN,
      CURLE_AUTH_ERROR, CURLE_BAD_CONTENT_ENCODING, CURLE_BAD_DOWNLOAD_RESUME,
      CURLE_BAD_FUNCTION_ARGUMENT, CURLE_CHUNK_FAILED, CURLE_COULDNT_CONNECT,
      CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_FAILED_INIT,
      CURLE_FILESIZE_EXCEEDED, CURLE_FILE_COULDNT_READ_FILE, CURLE_FTP_ACCEPT_FAILED,
      CURLE_FTP_ACCEPT_TIMEOUT, CURLE_FTP_BAD_FILE_LIST, CURLE_FTP_CANT_GET_HOST,
      CURLE_FTP_COULDNT_RETR_FILE, CURLE_FTP_COULDNT_SET_TYPE, CURLE_FTP_COULDNT_USE_REST,
      CURLE_FTP_PORT_FAILED, CURLE_FTP_PRET_FAILED, CURLE_FTP_WEIRD_227_FORMAT,
      CURLE_FTP_WEIRD_PASS_REPLY, CURLE_FTP_WEIRD_PASV_REPLY, 
      CURLE_GOT_NOTHING, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_HTTP3, CURLE_HTTP_POST_ERROR,
      CURLE_HTTP_RETURNED_ERROR, CURLE_INTERFACE_FAILED, CURLE_LDAP_CANNOT_BIND,
      CURLE_LDAP_SEARCH_FAILED, CURLE_LOGIN_DENIED, CURLE_NOT_BUILT_IN,
      CURLE_NO_CONNECTION_AVAILABLE, CURLE_OPERATION_TIMEDOUT, CURLE_OUT_OF_MEMORY,
      CURLE_PARTIAL_FILE, CURLE_PEER_FAILED_VERIFICATION, CURLE_PROXY, CURLE_QUIC_CONNECT_ERROR,
      CURLE_QUOTE_ERROR, CURLE_RANGE_ERROR, CURLE_READ_ERROR, CURLE_RECURSIVE_API_CALL,
      CURLE_RECV_ERROR, CURLE_REMOTE_ACCESS_DENIED, CURLE_REMOTE_DISK_FULL,
      CURLE_REMOTE_FILE_EXISTS, CURLE_REMOTE_FILE_NOT_FOUND, CURLE_RTSP_CSEQ_ERROR,
      CURLE_RTSP_SESSION_ERROR, CURLE_SEND_ERROR, CURLE_SEND_FAIL_REWIND,
      CURLE_SETOPT_OPTION_SYNTAX, CURLE_SSH, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CLIENTCERT, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CRL_BADFILE,
      CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
      CURLE_SSL_SHUTDOWN_FAILED, CURLE_TFTP_ILLEGAL, CURLE_TFTP_NOSUCHUSER, CURLE_TFTP_NOTFOUND,
      CURLE_TFTP_PERM, CURLE_TFTP_UNKNOWNID, CURLE_TOO_MANY_REDIRECTS, CURLE_UNKNOWN_OPTION,
      CURLE_UNRECOVERABLE_POLL, CURLE_UNSUPPORTED_PROTOCOL, CURLE_UPLOAD_FAILED,
      CURLE_URL_MALFORMAT, CURLE_USE_SSL_FAILED, CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR);
MEANS(curl_easy_perform, CURLE_URL_MALFORMAT, "CURLOPT_URL is missing, or is no URL");
FAILS(curl_easy_pause, "nonzero result/CURLE_", CURLE_ABORTED_BY_CALLBACK,
      CURLE_BAD_CONTENT_ENCODING, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_OUT_OF_MEMORY,
      CURLE_RECURSIVE_API_CALL, CURLE_WRITE_ERROR);
FAILS(curl_easy_upkeep, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_RECURSIVE_API_CALL);
FAILS(curl_easy_recv, "nonzero result/CURLE_", CURLE_AGAIN, CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY, CURLE_RECURSIVE_API_CALL, CURLE_RECV_ERROR,
      CURLE_UNSUPPORTED_PROTOCOL);
MEANS(curl_easy_recv, CURLE_AGAIN,
      "nothing has arrived yet; wait for the socket, and call again");
MEANS(curl_easy_recv, CURLE_UNSUPPORTED_PROTOCOL,
      "curl has no connection, or CURLOPT_CONNECT_ONLY was not set");
FAILS(curl_easy_send, "nonzero result/CURLE_", CURLE_AGAIN, CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY, CURLE_RECURSIVE_API_CALL, CURLE_SEND_ERROR,
      CURLE_UNSUPPORTED_PROTOCOL);
MEANS(curl_easy_send, CURLE_AGAIN,
      "nothing can be sent yet; wait for the socket, and call again");
MEANS(curl_easy_send, CURLE_UNSUPPORTED_PROTOCOL,
      "curl has no connection, or CURLOPT_CONNECT_ONLY was not set");
HAS_BUFFER(curl_easy_recv, 2, 3);
HAS_BUFFER(curl_easy_send, 2, 3);
FAILS(curl_ws_recv, "nonzero result/CURLE_", CURLE_AGAIN, CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_GOT_NOTHING, CURLE_NOT_BUILT_IN, CURLE_OUT_OF_MEMORY, CURLE_RECV_ERROR,
      CURLE_UNSUPPORTED_PROTOCOL);
FAILS(curl_ws_send, "nonzero result/CURLE_", CURLE_AGAIN, CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_NOT_BUILT_IN, CURLE_OUT_OF_MEMORY, CURLE_SEND_ERROR, CURLE_UNSUPPORTED_PROTOCOL);
FAILS(curl_ws_meta, "NULL none");
HAS_BUFFER(curl_ws_recv, 2, 3);
HAS_BUFFER(curl_ws_send, 2, 3);
FAILS(curl_easy_escape, "NULL none");
FAILS(curl_easy_unescape, "NULL none");
FAILS(curl_escape, "NULL none");
FAILS(curl_unescape, "NULL none");
HAS_ATTRIBUTE(curl_easy_escape, malloc(curl_free, 1));
HAS_ATTRIBUTE(curl_easy_unescape, malloc(curl_free, 1));
HAS_ATTRIBUTE(curl_escape, malloc(curl_free, 1));
HAS_ATTRIBUTE(curl_unescape, malloc(curl_free, 1));

/* Headers that arrived. */
FAILS(curl_easy_header, "nonzero result/CURLHE_", CURLHE_BADINDEX, CURLHE_BAD_ARGUMENT,
      CURLHE_MISSING, CURLHE_NOHEADERS, CURLHE_NOREQUEST, CURLHE_NOT_BUILT_IN,
      CURLHE_OUT_OF_MEMORY);
MEANS(curl_easy_header, CURLHE_BADINDEX, "index is not below the number of headers called name");
MEANS(curl_easy_header, CURLHE_BAD_ARGUMENT,
      "easy, name or hout is NULL, origin has no CURLH_… bit, or request is below -1");
MEANS(curl_easy_header, CURLHE_MISSING, "no header called name arrived");
MEANS(curl_easy_header, CURLHE_NOHEADERS, "no header has arrived, or not yet");
MEANS(curl_easy_header, CURLHE_NOREQUEST, "the transfer had no request with the number request");
MEANS(curl_easy_header, CURLHE_NOT_BUILT_IN, "this libcurl was built without it");
MEANS(curl_easy_header, CURLHE_OUT_OF_MEMORY, "no memory is left for it");
NEVER_FAILS(curl_easy_nextheader);
NEVER_FAILS(curl_pushheader_byname);
NEVER_FAILS(curl_pushheader_bynum);

/* Forms and other bodies in parts; the second way is obsolete. */
FAILS(curl_mime_init, "NULL none");
FAILS(curl_mime_addpart, "NULL none");
NEVER_FAILS(curl_mime_free);
HAS_ATTRIBUTE(curl_mime_init, malloc(curl_mime_free, 1));
FREES(curl_mime_free, 1);
FAILS(curl_mime_name, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT, CURLE_OUT_OF_MEMORY);
LIKE(curl_mime_filename, curl_mime_name);
LIKE(curl_mime_type, curl_mime_name);
LIKE(curl_mime_data, curl_mime_name);
LIKE(curl_mime_data_cb, curl_mime_name);
LIKE(curl_mime_headers, curl_mime_name);
FAILS(curl_mime_subparts, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY);
MEANS(curl_mime_subparts, CURLE_BAD_FUNCTION_ARGUMENT,
      "part is NULL, or subparts is another part's already, or holds part itself");
FAILS(curl_mime_encoder, "nonzero result/CURLE_", CURLE_BAD_CONTENT_ENCODING,
      CURLE_BAD_FUNCTION_ARGUMENT);
MEANS(curl_mime_encoder, CURLE_BAD_CONTENT_ENCODING, "encoding is not known");
MEANS(curl_mime_encoder, CURLE_BAD_FUNCTION_ARGUMENT, "part is NULL, or encoding is not known");
FAILS(curl_mime_filedata, "nonzero result/CURLE_", CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY, CURLE_READ_ERROR);
MEANS(curl_mime_filedata, CURLE_READ_ERROR,
      "the file filename does not exist, or may not be read; part keeps the name");
CALLS_BACK(curl_mime_data_cb, 3, kept);
CALLS_BACK(curl_mime_data_cb, 4, kept);
CALLS_BACK(curl_mime_data_cb, 5, kept);
FAILS(curl_formadd, "nonzero result/CURL_FORMADD_", CURL_FORMADD_DISABLED,
      CURL_FORMADD_ILLEGAL_ARRAY, CURL_FORMADD_INCOMPLETE, CURL_FORMADD_MEMORY, CURL_FORMADD_NULL,
      CURL_FORMADD_OPTION_TWICE, CURL_FORMADD_UNKNOWN_OPTION);
MEANS(curl_formadd, CURL_FORMADD_DISABLED, "this libcurl was built without it");
MEANS(curl_formadd, CURL_FORMADD_ILLEGAL_ARRAY, "an option stands in an array that may not");
MEANS(curl_formadd, CURL_FORMADD_INCOMPLETE, "an option is missing, or two don't go together");
MEANS(curl_formadd, CURL_FORMADD_MEMORY, "no memory is left for the part");
MEANS(curl_formadd, CURL_FORMADD_NULL, "a value is NULL");
MEANS(curl_formadd, CURL_FORMADD_OPTION_TWICE, "an option stands twice");
MEANS(curl_formadd, CURL_FORMADD_UNKNOWN_OPTION, "an option is no CURLFORM_… of this libcurl");
FAILS(curl_formget, "nonzero result/CURLE_, blocks", CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_OUT_OF_MEMORY, CURLE_READ_ERROR);
MEANS(curl_formget, CURLE_READ_ERROR,
      "a file can't be read, or append took less than it was given");
CALLS_BACK(curl_formget, 3, call);
NEVER_FAILS(curl_formfree);
FREES(curl_formfree, 1);

/* Many transfers at once. CURLM_CALL_MULTI_PERFORM, of old versions, asked to be called again. */
FAILS(curl_multi_init, "NULL none");
HAS_ATTRIBUTE(curl_multi_init, malloc(curl_multi_cleanup, 1));
FAILS(curl_multi_cleanup, "nonzero result/CURLM_, blocks", CURLM_BAD_HANDLE,
      CURLM_RECURSIVE_API_CALL);
FREES_ON_SUCCESS(curl_multi_cleanup, 1);
FAILS(curl_multi_add_handle, "nonzero result/CURLM_", CURLM_ABORTED_BY_CALLBACK,
      CURLM_ADDED_ALREADY, CURLM_BAD_EASY_HANDLE, CURLM_BAD_HANDLE, CURLM_OUT_OF_MEMORY,
      CURLM_RECURSIVE_API_CALL);
FAILS(curl_multi_remove_handle, "nonzero result/CURLM_", CURLM_BAD_EASY_HANDLE, CURLM_BAD_HANDLE,
      CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL);
FAILS(curl_multi_setopt, "nonzero result/CURLM_", CURLM_BAD_FUNCTION_ARGUMENT, CURLM_BAD_HANDLE,
      CURLM_RECURSIVE_API_CALL, CURLM_UNKNOWN_OPTION);
FAILS(curl_multi_assign, "nonzero result/CURLM_", CURLM_BAD_HANDLE, CURLM_BAD_SOCKET);
FAILS(curl_multi_timeout, "nonzero result/CURLM_", CURLM_BAD_HANDLE, CURLM_RECURSIVE_API_CALL);
FAILS(curl_multi_fdset, "nonzero result/CURLM_", CURLM_BAD_HANDLE, CURLM_RECURSIVE_API_CALL);
FAILS(curl_multi_perform, "nonzero result/CURLM_, success=CURLM_CALL_MULTI_PERFORM",
      CURLM_ABORTED_BY_CALLBACK, CURLM_BAD_EASY_HANDLE, CURLM_BAD_HANDLE, CURLM_INTERNAL_ERROR,
      CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL, CURLM_UNRECOVERABLE_POLL);
FAILS(curl_multi_socket_action, "nonzero result/CURLM_, success=CURLM_CALL_MULTI_PERFORM",
      CURLM_ABORTED_BY_CALLBACK, CURLM_BAD_EASY_HANDLE, CURLM_BAD_HANDLE, CURLM_BAD_SOCKET,
      CURLM_INTERNAL_ERROR, CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL);
LIKE(curl_multi_socket, curl_multi_socket_action);
LIKE(curl_multi_socket_all, curl_multi_socket_action);
FAILS(curl_multi_poll, "nonzero result/CURLM_, blocks", CURLM_BAD_FUNCTION_ARGUMENT,
      CURLM_BAD_HANDLE, CURLM_INTERNAL_ERROR, CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL,
      CURLM_UNRECOVERABLE_POLL);
LIKE(curl_multi_wait, curl_multi_poll);
FAILS(curl_multi_wakeup, "nonzero result/CURLM_", CURLM_BAD_HANDLE, CURLM_WAKEUP_FAILURE);
NEVER_FAILS(curl_multi_info_read);
HAS_ARRAY(curl_multi_poll, 2, 3);
HAS_ARRAY(curl_multi_wait, 2, 3);

/* What transfers share. */
FAILS(curl_share_init, "NULL none");
HAS_ATTRIBUTE(curl_share_init, malloc(curl_share_cleanup, 1));
FAILS(curl_share_setopt, "nonzero result/CURLSHE_", CURLSHE_BAD_OPTION, CURLSHE_IN_USE,
      CURLSHE_INVALID, CURLSHE_NOMEM, CURLSHE_NOT_BUILT_IN);
FAILS(curl_share_cleanup, "nonzero result/CURLSHE_", CURLSHE_INVALID, CURLSHE_IN_USE);
FREES_ON_SUCCESS(curl_share_cleanup, 1);

/* URLs. That a part is missing is a code, too. */
FAILS(curl_url, "NULL none");
FAILS(curl_url_dup, "NULL none");
NEVER_FAILS(curl_url_cleanup);
HAS_ATTRIBUTE(curl_url, malloc(curl_url_cleanup, 1));
HAS_ATTRIBUTE(curl_url_dup, malloc(curl_url_cleanup, 1));
FREES(curl_url_cleanup, 1);
FAILS(curl_url_get, "nonzero result/CURLUE_", CURLUE_BAD_HANDLE, CURLUE_BAD_HOSTNAME,
      CURLUE_BAD_PARTPOINTER, CURLUE_LACKS_IDN, CURLUE_NO_FRAGMENT, CURLUE_NO_HOST,
      CURLUE_NO_OPTIONS, CURLUE_NO_PASSWORD, CURLUE_NO_PORT, CURLUE_NO_QUERY, CURLUE_NO_SCHEME,
      CURLUE_NO_USER, CURLUE_NO_ZONEID, CURLUE_OUT_OF_MEMORY, CURLUE_UNKNOWN_PART,
      CURLUE_URLDECODE);
FAILS(curl_url_set, "nonzero result/CURLUE_", CURLUE_BAD_FILE_URL, CURLUE_BAD_FRAGMENT,
      CURLUE_BAD_HANDLE, CURLUE_BAD_HOSTNAME, CURLUE_BAD_IPV6, CURLUE_BAD_LOGIN,
      CURLUE_BAD_PARTPOINTER, CURLUE_BAD_PASSWORD, CURLUE_BAD_PATH, CURLUE_BAD_PORT_NUMBER,
      CURLUE_BAD_QUERY, CURLUE_BAD_SCHEME, CURLUE_BAD_SLASHES, CURLUE_BAD_USER, CURLUE_LACKS_IDN,
      CURLUE_MALFORMED_INPUT, CURLUE_OUT_OF_MEMORY, CURLUE_UNKNOWN_PART,
      CURLUE_UNSUPPORTED_SCHEME, CURLUE_URLDECODE, CURLUE_USER_NOT_ALLOWED);

/* What only newer ones have. */
#if LIBCURL_VERSION_NUM >= 0x080400
FAILS(curl_multi_get_handles, "NULL none");
HAS_ATTRIBUTE(curl_multi_get_handles, malloc(curl_free, 1));
#endif
#if LIBCURL_VERSION_NUM >= 0x080800
FAILS(curl_multi_waitfds, "nonzero result/CURLM_", CURLM_BAD_FUNCTION_ARGUMENT, CURLM_BAD_HANDLE,
      CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL);
#endif
