/*
 * Cryptography: the providers of <wincrypt.h>. GetLastError has ERROR_… codes and, as they are,
 * NTE_… codes.
 */

/* Providers, keys, hashes. */
GROUP(provider, ERROR_INVALID_HANDLE, "$ is no handle of a provider")
GROUP(provider, NTE_BAD_UID, "$ is no provider that is open")
GROUP(cryptkey, ERROR_INVALID_HANDLE, "$ is no handle of a key")
GROUP(cryptkey, NTE_BAD_KEY, "$ is no key that does this")
GROUP(crypthash, ERROR_INVALID_HANDLE, "$ is no handle of a hash")
GROUP(crypthash, NTE_BAD_HASH, "$ is no hash that is open")
GROUP(cryptflags, NTE_BAD_FLAGS, "$ has a bit that is not valid here")
GROUP(cryptmore, ERROR_MORE_DATA, "$ says what it takes: the buffer is too small")
FAILS(CryptAcquireContextW, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_KEYSET,
      NTE_BAD_KEYSET_PARAM, NTE_BAD_PROV_TYPE, NTE_EXISTS, NTE_KEYSET_NOT_DEF, NTE_NO_MEMORY,
      NTE_PROV_TYPE_NOT_DEF, NTE_PROV_TYPE_NO_MATCH, NTE_PROVIDER_DLL_FAIL,
      cryptflags(dwFlags));
MEANS(CryptAcquireContextW, NTE_BAD_KEYSET,
      "the container does not exist, or may not be opened: CRYPT_NEWKEYSET makes it");
MEANS(CryptAcquireContextW, NTE_BAD_KEYSET_PARAM, "szContainer or szProvider is not valid");
MEANS(CryptAcquireContextW, NTE_BAD_PROV_TYPE, "dwProvType is not known");
MEANS(CryptAcquireContextW, NTE_EXISTS,
      "dwFlags has CRYPT_NEWKEYSET, and the container exists already");
MEANS(CryptAcquireContextW, NTE_KEYSET_NOT_DEF, "szProvider is no provider that is installed");
MEANS(CryptAcquireContextW, NTE_PROV_TYPE_NO_MATCH, "szProvider is not of the type dwProvType");
MEANS(CryptAcquireContextW, NTE_PROV_TYPE_NOT_DEF, "no provider of dwProvType is installed");
LIKE(CryptAcquireContextA, CryptAcquireContextW);
FAILS(CryptReleaseContext, "0 last_error", ERROR_BUSY, cryptflags(dwFlags), provider(hProv));
MEANS(CryptReleaseContext, ERROR_BUSY, "another thread uses the provider at this moment");
FAILS(CryptContextAddRef, "0 last_error", provider(hProv));
FAILS(CryptGenRandom, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_LEN, NTE_FAIL,
      provider(hProv));
HAS_BUFFER(CryptGenRandom, 3, 2);
FAILS(CryptGenKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_FAIL,
      NTE_SILENT_CONTEXT, cryptflags(dwFlags), provider(hProv));
MEANS(CryptGenKey, NTE_BAD_ALGID, "the provider does not know Algid");
FAILS(CryptDeriveKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_FAIL,
      NTE_SILENT_CONTEXT, crypthash(hBaseData), cryptflags(dwFlags), provider(hProv));
MEANS(CryptDeriveKey, NTE_BAD_ALGID, "the provider does not know Algid");
FAILS(CryptDestroyKey, "0 last_error", ERROR_BUSY, ERROR_INVALID_PARAMETER, cryptkey(hKey));
FAILS(CryptDuplicateKey, "0 last_error", ERROR_INVALID_PARAMETER, cryptkey(hKey));
FAILS(CryptGetUserKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_NO_KEY, provider(hProv));
MEANS(CryptGetUserKey, NTE_NO_KEY, "the container has no key of this kind: call CryptGenKey");
FAILS(CryptSetKeyParam, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_TYPE,
      cryptflags(dwFlags), cryptkey(hKey));
FAILS(CryptGetKeyParam, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_TYPE,
      cryptflags(dwFlags), cryptkey(hKey), cryptmore(*pdwDataLen));
FAILS(CryptExportKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_KEY_STATE, NTE_BAD_TYPE,
      cryptflags(dwFlags), cryptkey(hKey), cryptmore(*pdwDataLen));
MEANS(CryptExportKey, NTE_BAD_KEY_STATE,
      "the key was made without CRYPT_EXPORTABLE, and may not leave the provider");
FAILS(CryptImportKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_BAD_DATA,
      NTE_BAD_TYPE, NTE_BAD_VER, cryptflags(dwFlags), provider(hProv));
HAS_BUFFER(CryptImportKey, 2, 3);
FAILS(CryptEncrypt, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_BAD_LEN,
      NTE_FAIL, crypthash(hHash), cryptflags(dwFlags), cryptkey(hKey), cryptmore(*pdwDataLen));
FAILS(CryptDecrypt, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_DATA, NTE_BAD_LEN,
      NTE_FAIL, crypthash(hHash), cryptflags(dwFlags), cryptkey(hKey));
MEANS(CryptDecrypt, NTE_BAD_DATA, "the data are damaged, or were encrypted with another key");
FAILS(CryptCreateHash, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_NO_MEMORY,
      cryptflags(dwFlags), cryptkey(hKey), provider(hProv));
MEANS(CryptCreateHash, NTE_BAD_ALGID, "the provider does not know Algid");
FAILS(CryptHashData, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_HASH_STATE, NTE_BAD_LEN,
      cryptflags(dwFlags), crypthash(hHash));
MEANS(CryptHashData, NTE_BAD_HASH_STATE, "the value of hHash was asked for: it takes no more");
HAS_BUFFER(CryptHashData, 2, 3);
FAILS(CryptHashSessionKey, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_HASH_STATE,
      cryptflags(dwFlags), crypthash(hHash), cryptkey(hKey));
FAILS(CryptDestroyHash, "0 last_error", ERROR_BUSY, ERROR_INVALID_PARAMETER, crypthash(hHash));
FAILS(CryptDuplicateHash, "0 last_error", ERROR_INVALID_PARAMETER, crypthash(hHash));
FAILS(CryptSetHashParam, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_TYPE,
      cryptflags(dwFlags), crypthash(hHash));
FAILS(CryptGetHashParam, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_TYPE,
      cryptflags(dwFlags), crypthash(hHash), cryptmore(*pdwDataLen));
FAILS(CryptSignHashW, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_ALGID, NTE_NO_KEY,
      cryptflags(dwFlags), crypthash(hHash), cryptmore(*pdwSigLen));
MEANS(CryptSignHashW, NTE_NO_KEY, "the container has no key of this kind: call CryptGenKey");
LIKE(CryptSignHashA, CryptSignHashW);
FAILS(CryptVerifySignatureW, "0 last_error", ERROR_INVALID_PARAMETER, NTE_BAD_SIGNATURE,
      cryptflags(dwFlags), crypthash(hHash), cryptkey(hPubKey));
MEANS(CryptVerifySignatureW, NTE_BAD_SIGNATURE,
      "the signature is not that of these data by this key");
LIKE(CryptVerifySignatureA, CryptVerifySignatureW);
HAS_BUFFER_AW(CryptVerifySignature, 2, 3);
FAILS(CryptGetProvParam, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_NO_MORE_ITEMS,
      NTE_BAD_TYPE, cryptflags(dwFlags), cryptmore(*pdwDataLen), provider(hProv));
MEANS(CryptGetProvParam, ERROR_NO_MORE_ITEMS, "the listing is at its end");
FAILS(CryptSetProvParam, "0 last_error", ERROR_BUSY, ERROR_INVALID_PARAMETER, NTE_BAD_TYPE,
      cryptflags(dwFlags), provider(hProv));
FAILS(CryptEnumProvidersW, "0 last_error", ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS, NTE_BAD_FLAGS);
MEANS(CryptEnumProvidersW, ERROR_NO_MORE_ITEMS, "there are no further providers");
LIKE(CryptEnumProvidersA, CryptEnumProvidersW);
LIKE(CryptEnumProviderTypesW, CryptEnumProvidersW);
LIKE(CryptEnumProviderTypesA, CryptEnumProvidersW);

/* Certificates, codings and secrets. */
GROUP(certnone, CRYPT_E_NOT_FOUND, "$ has no such certificate, or no further one")
FAILS(CertOpenStore, "NULL last_error", ERROR_FILE_NOT_FOUND, E_INVALIDARG);
MEANS(CertOpenStore, ERROR_FILE_NOT_FOUND, "the store pvPara, or its provider, does not exist");
FAILS(CertOpenSystemStoreW, "NULL last_error");
LIKE(CertOpenSystemStoreA, CertOpenSystemStoreW);
FAILS(CertCloseStore, "0 last_error", CRYPT_E_PENDING_CLOSE);
MEANS(CertCloseStore, CRYPT_E_PENDING_CLOSE,
      "dwFlags has CERT_CLOSE_STORE_CHECK_FLAG, and something of the store is still in use");
FAILS(CertFindCertificateInStore, "NULL last_error", E_INVALIDARG, certnone(hCertStore));
FAILS(CertEnumCertificatesInStore, "NULL last_error", ERROR_NO_MORE_FILES, E_INVALIDARG,
      certnone(hCertStore));
FAILS(CertCreateCertificateContext, "NULL last_error", E_INVALIDARG);
HAS_BUFFER(CertCreateCertificateContext, 2, 3);
FAILS(CertAddCertificateContextToStore, "0 last_error", CRYPT_E_EXISTS, E_INVALIDARG);
MEANS(CertAddCertificateContextToStore, CRYPT_E_EXISTS,
      "dwAddDisposition is CERT_STORE_ADD_NEW, and the store has the certificate");
NEVER_FAILS(CertFreeCertificateContext);
NEVER_FAILS(CertGetNameStringW);
NEVER_FAILS(CertGetNameStringA);
HAS_ARRAY_AW(CertGetNameString, 5, 6);
FAILS(PFXImportCertStore, "NULL last_error", ERROR_INVALID_PASSWORD, CRYPT_E_BAD_ENCODE);
MEANS(PFXImportCertStore, ERROR_INVALID_PASSWORD, "szPassword is not that of pPFX");
FAILS(CryptStringToBinaryW, "0 last_error", ERROR_INVALID_DATA, cryptmore(*pcbBinary));
MEANS(CryptStringToBinaryW, ERROR_INVALID_DATA, "pszString is not coded as dwFlags says");
LIKE(CryptStringToBinaryA, CryptStringToBinaryW);
FAILS(CryptBinaryToStringW, "0 last_error, fresh", cryptmore(*pcchString));
LIKE(CryptBinaryToStringA, CryptBinaryToStringW);
HAS_BUFFER_AW(CryptBinaryToString, 1, 2);
FAILS(CryptProtectData, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(CryptUnprotectData, "0 last_error", ERROR_INVALID_DATA, ERROR_INVALID_PARAMETER);
MEANS(CryptUnprotectData, ERROR_INVALID_DATA,
      "pDataIn is damaged, or was protected with another pOptionalEntropy or elsewhere");
FAILS(CryptProtectMemory, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(CryptProtectMemory, ERROR_INVALID_PARAMETER,
      "cbDataIn is no multiple of CRYPTPROTECTMEMORY_BLOCK_SIZE, or dwFlags is not valid");
LIKE(CryptUnprotectMemory, CryptProtectMemory);
HAS_BUFFER(CryptProtectMemory, 1, 2);
HAS_BUFFER(CryptUnprotectMemory, 1, 2);
