/*
 * Certificates, and messages that are signed or encrypted with them: crypt32. GetLastError has
 * ERROR_… codes and, as they are, CRYPT_E_…, NTE_… and E_… codes.
 */

/* Memory, and what only answers; the others of CertFree… and CertDuplicate… can't fail. */
FAILS(CertAlgIdToOID, "NULL none");
FAILS(CertFindAttribute, "NULL none");
FAILS(CertFindExtension, "NULL none");
FAILS(CertFindRDNAttr, "NULL none");
FAILS(CertOIDToAlgId, "0 none");
FAILS(CryptFindLocalizedName, "NULL none");
FAILS(CryptFindOIDInfo, "NULL none");
FAILS(CryptMemAlloc, "NULL none");
FAILS(CryptMemRealloc, "NULL none");
FREES(CryptMemFree, 1);
FREES_ON_SUCCESS(CryptMemRealloc, 1);
NEVER_FAILS(CertAddRefServerOcspResponse);
NEVER_FAILS(CertAddRefServerOcspResponseContext);
NEVER_FAILS(CertCloseServerOcspResponse);
NEVER_FAILS(CertCompareCertificate);
NEVER_FAILS(CertCompareCertificateName);
NEVER_FAILS(CertCompareIntegerBlob);
NEVER_FAILS(CertComparePublicKeyInfo);
NEVER_FAILS(CertDuplicateCRLContext);
NEVER_FAILS(CertDuplicateCTLContext);
NEVER_FAILS(CertDuplicateCertificateChain);
NEVER_FAILS(CertDuplicateCertificateContext);
NEVER_FAILS(CertDuplicateStore);
NEVER_FAILS(CertEnumCRLContextProperties);
NEVER_FAILS(CertEnumCTLContextProperties);
NEVER_FAILS(CertEnumCertificateContextProperties);
NEVER_FAILS(CertFreeCRLContext);
NEVER_FAILS(CertFreeCTLContext);
NEVER_FAILS(CertFreeCertificateChain);
NEVER_FAILS(CertFreeCertificateChainEngine);
NEVER_FAILS(CertFreeCertificateChainList);
NEVER_FAILS(CertFreeServerOcspResponseContext);
NEVER_FAILS(CertNameToStrA);
NEVER_FAILS(CertNameToStrW);
NEVER_FAILS(CertRDNValueToStrA);
NEVER_FAILS(CertRDNValueToStrW);
NEVER_FAILS(CertRemoveStoreFromCollection);
NEVER_FAILS(CertVerifyCRLTimeValidity);
NEVER_FAILS(CertVerifyTimeValidity);
NEVER_FAILS(CertVerifyValidityNesting);
NEVER_FAILS(CryptMemFree);
NEVER_FAILS(CryptMsgDuplicate);
NEVER_FAILS(PFXIsPFXBlob);

/* Stores and what is in them */
GROUP(certless, CRYPT_E_NOT_FOUND, "$ has no such entry, or no further one")
FAILS(CertEnumCRLsInStore, "NULL last_error", ERROR_NO_MORE_FILES, certless(hCertStore));
FAILS(CertEnumCTLsInStore, "NULL last_error", ERROR_NO_MORE_FILES, certless(hCertStore));
FAILS(CertFindCRLInStore, "NULL last_error", certless(hCertStore));
FAILS(CertFindCTLInStore, "NULL last_error", certless(hCertStore));
FAILS(CertFindChainInStore, "NULL last_error", certless(hCertStore));
FAILS(CertFindSubjectInCTL, "NULL last_error", certless(pCtlContext));
FAILS(CertGetCRLFromStore, "NULL last_error", certless(hCertStore));
FAILS(CertGetIssuerCertificateFromStore, "NULL last_error", CRYPT_E_SELF_SIGNED,
      certless(hCertStore));
MEANS(CertGetIssuerCertificateFromStore, CRYPT_E_SELF_SIGNED,
      "pSubjectContext is its own issuer: there is none above it");
FAILS(CertGetSubjectCertificateFromStore, "NULL last_error", certless(hCertStore));
GROUP(certadd, CRYPT_E_EXISTS, "$ is CERT_STORE_ADD_NEW, and the store has it already")
FAILS(CertAddCRLContextToStore, "0 last_error", E_INVALIDARG, certadd(dwAddDisposition));
FAILS(CertAddCTLContextToStore, "0 last_error", E_INVALIDARG, certadd(dwAddDisposition));
FAILS(CertAddEncodedCRLToStore, "0 last_error", E_INVALIDARG, certadd(dwAddDisposition));
FAILS(CertAddEncodedCTLToStore, "0 last_error", E_INVALIDARG, certadd(dwAddDisposition));
FAILS(CertAddEncodedCertificateToStore, "0 last_error", E_INVALIDARG,
      certadd(dwAddDisposition));
GROUP(certproperty, CRYPT_E_NOT_FOUND, "it has no property $")
FAILS(CertGetCRLContextProperty, "0 last_error", certproperty(dwPropId), cryptmore(*pcbData));
FAILS(CertGetCTLContextProperty, "0 last_error", certproperty(dwPropId), cryptmore(*pcbData));
FAILS(CertGetCertificateContextProperty, "0 last_error", certproperty(dwPropId),
      cryptmore(*pcbData));
FAILS(CertGetStoreProperty, "0 last_error", certproperty(dwPropId), cryptmore(*pcbData));

/* Coding */
GROUP(coder, ERROR_FILE_NOT_FOUND, "nothing is installed that codes $")
GROUP(decode, CRYPT_E_BAD_ENCODE, "$ are damaged, or something else than was asked for")
FAILS(CryptDecodeObject, "0 last_error", coder(lpszStructType), cryptmore(*pcbStructInfo),
      decode(the data));
HAS_BUFFER(CryptDecodeObject, 3, 4);
FAILS(CryptDecodeObjectEx, "0 last_error", coder(lpszStructType), cryptmore(*pcbStructInfo),
      decode(the data));
HAS_BUFFER(CryptDecodeObjectEx, 3, 4);
FAILS(CryptEncodeObject, "0 last_error", CRYPT_E_BAD_ENCODE, coder(lpszStructType),
      cryptmore(*pcbEncoded));
MEANS(CryptEncodeObject, CRYPT_E_BAD_ENCODE, "pvStructInfo holds what can't be encoded");
FAILS(CryptEncodeObjectEx, "0 last_error", CRYPT_E_BAD_ENCODE, coder(lpszStructType),
      cryptmore(*pcbEncoded));
MEANS(CryptEncodeObjectEx, CRYPT_E_BAD_ENCODE, "pvStructInfo holds what can't be encoded");

/* All that answers with FALSE for a failure; what looks into the network may wait for it. */
FAILS(CertAddCRLLinkToStore, "0 last_error");
FAILS(CertAddCTLLinkToStore, "0 last_error");
FAILS(CertAddCertificateLinkToStore, "0 last_error");
FAILS(CertAddEncodedCertificateToSystemStoreA, "0 last_error");
FAILS(CertAddEncodedCertificateToSystemStoreW, "0 last_error");
FAILS(CertAddEnhancedKeyUsageIdentifier, "0 last_error");
FAILS(CertAddSerializedElementToStore, "0 last_error");
FAILS(CertAddStoreToCollection, "0 last_error");
FAILS(CertControlStore, "0 last_error");
FAILS(CertCreateCTLEntryFromCertificateContextProperties, "0 last_error");
FAILS(CertCreateCertificateChainEngine, "0 last_error");
FAILS(CertDeleteCRLFromStore, "0 last_error");
FAILS(CertDeleteCTLFromStore, "0 last_error");
FAILS(CertDeleteCertificateFromStore, "0 last_error");
FAILS(CertEnumPhysicalStore, "0 last_error");
FAILS(CertEnumSystemStore, "0 last_error");
FAILS(CertEnumSystemStoreLocation, "0 last_error");
FAILS(CertFindCertificateInCRL, "0 last_error");
FAILS(CertGetCertificateChain, "0 last_error, blocks");
FAILS(CertGetEnhancedKeyUsage, "0 last_error");
FAILS(CertGetIntendedKeyUsage, "0 last_error");
FAILS(CertGetValidUsages, "0 last_error");
FAILS(CertIsRDNAttrsInCertificateName, "0 last_error");
FAILS(CertIsStrongHashToSign, "0 last_error");
FAILS(CertRegisterPhysicalStore, "0 last_error");
FAILS(CertRegisterSystemStore, "0 last_error");
FAILS(CertRemoveEnhancedKeyUsageIdentifier, "0 last_error");
FAILS(CertResyncCertificateChainEngine, "0 last_error");
FAILS(CertSaveStore, "0 last_error");
FAILS(CertSelectCertificateChains, "0 last_error");
FAILS(CertSerializeCRLStoreElement, "0 last_error");
FAILS(CertSerializeCTLStoreElement, "0 last_error");
FAILS(CertSerializeCertificateStoreElement, "0 last_error");
FAILS(CertSetCRLContextProperty, "0 last_error");
FAILS(CertSetCTLContextProperty, "0 last_error");
FAILS(CertSetCertificateContextPropertiesFromCTLEntry, "0 last_error");
FAILS(CertSetCertificateContextProperty, "0 last_error");
FAILS(CertSetEnhancedKeyUsage, "0 last_error");
FAILS(CertSetStoreProperty, "0 last_error");
FAILS(CertStrToNameA, "0 last_error");
FAILS(CertStrToNameW, "0 last_error");
FAILS(CertUnregisterPhysicalStore, "0 last_error");
FAILS(CertUnregisterSystemStore, "0 last_error");
FAILS(CertVerifyCRLRevocation, "0 last_error");
FAILS(CertVerifyCTLUsage, "0 last_error");
FAILS(CertVerifyCertificateChainPolicy, "0 last_error");
FAILS(CertVerifyRevocation, "0 last_error, blocks");
FAILS(CertVerifySubjectCertificateContext, "0 last_error");
FAILS(CryptAcquireCertificatePrivateKey, "0 last_error");
FAILS(CryptCloseAsyncHandle, "0 last_error");
FAILS(CryptCreateAsyncHandle, "0 last_error");
FAILS(CryptCreateKeyIdentifierFromCSP, "0 last_error");
FAILS(CryptDecodeMessage, "0 last_error");
FAILS(CryptDecryptAndVerifyMessageSignature, "0 last_error");
FAILS(CryptDecryptMessage, "0 last_error");
FAILS(CryptEncryptMessage, "0 last_error");
FAILS(CryptEnumKeyIdentifierProperties, "0 last_error");
FAILS(CryptEnumOIDFunction, "0 last_error");
FAILS(CryptEnumOIDInfo, "0 last_error");
FAILS(CryptExportPKCS8, "0 last_error");
FAILS(CryptExportPublicKeyInfo, "0 last_error");
FAILS(CryptExportPublicKeyInfoEx, "0 last_error");
FAILS(CryptExportPublicKeyInfoFromBCryptKeyHandle, "0 last_error");
FAILS(CryptFindCertificateKeyProvInfo, "0 last_error");
FAILS(CryptFormatObject, "0 last_error");
FAILS(CryptFreeOIDFunctionAddress, "0 last_error");
FAILS(CryptGetAsyncParam, "0 last_error");
FAILS(CryptGetDefaultOIDDllList, "0 last_error");
FAILS(CryptGetDefaultOIDFunctionAddress, "0 last_error");
FAILS(CryptGetKeyIdentifierProperty, "0 last_error");
FAILS(CryptGetOIDFunctionAddress, "0 last_error");
FAILS(CryptGetOIDFunctionValue, "0 last_error");
FAILS(CryptHashCertificate, "0 last_error");
FAILS(CryptHashCertificate2, "0 last_error");
FAILS(CryptHashMessage, "0 last_error");
FAILS(CryptHashPublicKeyInfo, "0 last_error");
FAILS(CryptHashToBeSigned, "0 last_error");
FAILS(CryptImportPKCS8, "0 last_error");
FAILS(CryptImportPublicKeyInfo, "0 last_error");
FAILS(CryptImportPublicKeyInfoEx, "0 last_error");
FAILS(CryptImportPublicKeyInfoEx2, "0 last_error");
FAILS(CryptInstallDefaultContext, "0 last_error");
FAILS(CryptInstallOIDFunctionAddress, "0 last_error");
FAILS(CryptMsgClose, "0 last_error");
FAILS(CryptMsgControl, "0 last_error");
FAILS(CryptMsgCountersign, "0 last_error");
FAILS(CryptMsgCountersignEncoded, "0 last_error");
FAILS(CryptMsgEncodeAndSignCTL, "0 last_error");
FAILS(CryptMsgGetAndVerifySigner, "0 last_error");
FAILS(CryptMsgGetParam, "0 last_error");
FAILS(CryptMsgSignCTL, "0 last_error");
FAILS(CryptMsgUpdate, "0 last_error");
FAILS(CryptMsgVerifyCountersignatureEncoded, "0 last_error");
FAILS(CryptMsgVerifyCountersignatureEncodedEx, "0 last_error");
FAILS(CryptQueryObject, "0 last_error");
FAILS(CryptRegisterDefaultOIDFunction, "0 last_error");
FAILS(CryptRegisterOIDFunction, "0 last_error");
FAILS(CryptRegisterOIDInfo, "0 last_error");
FAILS(CryptRetrieveTimeStamp, "0 last_error, blocks");
FAILS(CryptSetAsyncParam, "0 last_error");
FAILS(CryptSetKeyIdentifierProperty, "0 last_error");
FAILS(CryptSetOIDFunctionValue, "0 last_error");
FAILS(CryptSignAndEncodeCertificate, "0 last_error");
FAILS(CryptSignAndEncryptMessage, "0 last_error");
FAILS(CryptSignCertificate, "0 last_error");
FAILS(CryptSignMessage, "0 last_error");
FAILS(CryptSignMessageWithKey, "0 last_error");
FAILS(CryptUninstallDefaultContext, "0 last_error");
FAILS(CryptUnregisterDefaultOIDFunction, "0 last_error");
FAILS(CryptUnregisterOIDFunction, "0 last_error");
FAILS(CryptUnregisterOIDInfo, "0 last_error");
FAILS(CryptUpdateProtectedState, "0 last_error");
FAILS(CryptVerifyCertificateSignature, "0 last_error");
FAILS(CryptVerifyCertificateSignatureEx, "0 last_error");
FAILS(CryptVerifyDetachedMessageHash, "0 last_error");
FAILS(CryptVerifyDetachedMessageSignature, "0 last_error");
FAILS(CryptVerifyMessageHash, "0 last_error");
FAILS(CryptVerifyMessageSignature, "0 last_error");
FAILS(CryptVerifyMessageSignatureWithKey, "0 last_error");
FAILS(CryptVerifyTimeStampSignature, "0 last_error");
FAILS(PFXExportCertStore, "0 last_error");
FAILS(PFXExportCertStoreEx, "0 last_error");
CALLS_BACK(CertEnumPhysicalStore, 4, call);
CALLS_BACK(CertEnumSystemStore, 4, call);
CALLS_BACK(CertEnumSystemStoreLocation, 3, call);
FAILS(CertCreateCRLContext, "NULL last_error");
FAILS(CertCreateCTLContext, "NULL last_error");
FAILS(CertCreateContext, "NULL last_error");
FAILS(CertCreateSelfSignCertificate, "NULL last_error");
FAILS(CertGetPublicKeyLength, "0 last_error");
FAILS(CertGetServerOcspResponseContext, "NULL last_error");
FAILS(CertOpenServerOcspResponse, "NULL last_error");
FAILS(CryptGetMessageCertificates, "NULL last_error");
FAILS(CryptGetMessageSignerCount, "-1 last_error");
FAILS(CryptInitOIDFunctionSet, "NULL last_error");
FAILS(CryptMsgCalculateEncodedLength, "0 last_error");
FAILS(CryptMsgOpenToDecode, "NULL last_error");
FAILS(CryptMsgOpenToEncode, "NULL last_error");
