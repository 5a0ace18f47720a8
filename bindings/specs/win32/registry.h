/*
 * The registry: <winreg.h>. The result itself is the code; GetLastError tells nothing.
 */
EACH_MEANS(ERROR_KEY_DELETED, "the key was deleted while the handle to it was open")

/* Keys, values and what becomes of them. */
GROUP(key, ERROR_INVALID_HANDLE, "$ is no open key")
GROUP(keydenied, ERROR_ACCESS_DENIED,
      "$ lacks the access that this needs, or the key forbids it")
GROUP(subkey, ERROR_FILE_NOT_FOUND, "there is no key $")
GROUP(subkey, ERROR_BAD_PATHNAME, "$ begins with a backslash")
GROUP(keyvalue, ERROR_FILE_NOT_FOUND, "the key has no value $")
GROUP(keybuffer, ERROR_MORE_DATA, "$ says what it takes: the buffer is too small")
GROUP(keyend, ERROR_NO_MORE_ITEMS, "there is no $ so high: all have been seen")
GROUP(hive, ERROR_FILE_NOT_FOUND, "there is no file $")
GROUP(hive, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_BACKUP_NAME or SE_RESTORE_NAME, or has not enabled it")
GROUP(remote, ERROR_BAD_NETPATH, "the computer $ can't be found in the network")
GROUP(remote, ERROR_ACCESS_DENIED, "$ does not let the caller see its registry")

/* Opening, making, closing. */
FAILS(RegOpenKeyExW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      ERROR_KEY_DELETED, subkey(lpSubKey), key(hKey));
MEANS(RegOpenKeyExW, ERROR_ACCESS_DENIED, "the key does not grant the caller samDesired");
LIKE(RegOpenKeyExA, RegOpenKeyExW);
FAILS(RegOpenKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_KEY_DELETED,
      subkey(lpSubKey), key(hKey));
LIKE(RegOpenKeyA, RegOpenKeyW);
FAILS(RegOpenKeyTransactedW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED,
      ERROR_INVALID_PARAMETER, ERROR_KEY_DELETED, subkey(lpSubKey), key(hKey));
LIKE(RegOpenKeyTransactedA, RegOpenKeyTransactedW);
FAILS(RegOpenCurrentUser, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND);
FAILS(RegOpenUserClassesRoot, "nonzero result/ERROR_", ERROR_ACCESS_DENIED,
      ERROR_FILE_NOT_FOUND, ERROR_INVALID_HANDLE);
MEANS(RegOpenUserClassesRoot, ERROR_FILE_NOT_FOUND, "the user's profile is not loaded");
MEANS(RegOpenUserClassesRoot, ERROR_INVALID_HANDLE, "hToken is no handle of a token");
FAILS(RegCreateKeyExW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_BAD_PATHNAME,
      ERROR_CHILD_MUST_BE_VOLATILE, ERROR_INVALID_PARAMETER, ERROR_KEY_DELETED, key(hKey));
MEANS(RegCreateKeyExW, ERROR_ACCESS_DENIED,
      "hKey lacks KEY_CREATE_SUB_KEY, or the key does not grant the caller samDesired");
MEANS(RegCreateKeyExW, ERROR_BAD_PATHNAME, "lpSubKey begins with a backslash");
MEANS(RegCreateKeyExW, ERROR_CHILD_MUST_BE_VOLATILE,
      "a key that ends with the session can have no other below it: REG_OPTION_VOLATILE");
MEANS(RegCreateKeyExW, ERROR_INVALID_PARAMETER,
      "Reserved is not 0, dwOptions is unknown, or nothing may be made directly below hKey");
LIKE(RegCreateKeyExA, RegCreateKeyExW);
LIKE(RegCreateKeyTransactedW, RegCreateKeyExW);
LIKE(RegCreateKeyTransactedA, RegCreateKeyExW);
FAILS(RegCreateKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_BAD_PATHNAME,
      ERROR_CHILD_MUST_BE_VOLATILE, ERROR_KEY_DELETED, key(hKey));
LIKE(RegCreateKeyA, RegCreateKeyW);
FAILS(RegCloseKey, "nonzero result/ERROR_", key(hKey));
FAILS(RegFlushKey, "nonzero result/ERROR_", key(hKey));
FAILS(RegConnectRegistryW, "nonzero result/ERROR_, blocks", ERROR_INVALID_HANDLE,
      remote(lpMachineName));
MEANS(RegConnectRegistryW, ERROR_INVALID_HANDLE,
      "hKey is no predefined key that other computers show");
LIKE(RegConnectRegistryA, RegConnectRegistryW);
LIKE(RegConnectRegistryExW, RegConnectRegistryW);
LIKE(RegConnectRegistryExA, RegConnectRegistryW);
FAILS(RegOverridePredefKey, "nonzero result/ERROR_", ERROR_INVALID_HANDLE);
MEANS(RegOverridePredefKey, ERROR_INVALID_HANDLE,
      "hKey is no predefined key, or hNewHKey neither NULL nor an open key");
FAILS(RegDisablePredefinedCache, "nonzero result/ERROR_");
FAILS(RegDisablePredefinedCacheEx, "nonzero result/ERROR_");
FAILS(RegDisableReflectionKey, "nonzero result/ERROR_", key(hBase));
FAILS(RegEnableReflectionKey, "nonzero result/ERROR_", key(hBase));
FAILS(RegQueryReflectionKey, "nonzero result/ERROR_", key(hBase));

/* Deleting and renaming. */
FAILS(RegDeleteKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      subkey(lpSubKey), key(hKey));
MEANS(RegDeleteKeyW, ERROR_ACCESS_DENIED,
      "the key grants no DELETE, or has keys below it, which RegDeleteTree takes along");
MEANS(RegDeleteKeyW, ERROR_INVALID_PARAMETER, "lpSubKey is NULL");
LIKE(RegDeleteKeyA, RegDeleteKeyW);
LIKE(RegDeleteKeyExW, RegDeleteKeyW);
LIKE(RegDeleteKeyExA, RegDeleteKeyW);
LIKE(RegDeleteKeyTransactedW, RegDeleteKeyW);
LIKE(RegDeleteKeyTransactedA, RegDeleteKeyW);
FAILS(RegDeleteTreeW, "nonzero result/ERROR_", keydenied(hKey), subkey(lpSubKey), key(hKey));
LIKE(RegDeleteTreeA, RegDeleteTreeW);
FAILS(RegDeleteValueW, "nonzero result/ERROR_", ERROR_KEY_DELETED, keydenied(hKey),
      keyvalue(lpValueName), key(hKey));
LIKE(RegDeleteValueA, RegDeleteValueW);
FAILS(RegDeleteKeyValueW, "nonzero result/ERROR_", ERROR_FILE_NOT_FOUND, keydenied(hKey),
      key(hKey));
MEANS(RegDeleteKeyValueW, ERROR_FILE_NOT_FOUND,
      "there is no key lpSubKey, or it has no value lpValueName");
LIKE(RegDeleteKeyValueA, RegDeleteKeyValueW);
FAILS(RegRenameKey, "nonzero result/ERROR_", keydenied(hKey), subkey(lpSubKeyName), key(hKey));
FAILS(RegCopyTreeW, "nonzero result/ERROR_", keydenied(hKeySrc or hKeyDest), subkey(lpSubKey),
      key(hKeySrc or hKeyDest));
LIKE(RegCopyTreeA, RegCopyTreeW);

/* Values */
FAILS(RegQueryValueExW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, ERROR_KEY_DELETED,
      keybuffer(*lpcbData), keydenied(hKey), keyvalue(lpValueName), key(hKey));
MEANS(RegQueryValueExW, ERROR_INVALID_PARAMETER,
      "lpReserved is not NULL, or lpData was given without lpcbData");
LIKE(RegQueryValueExA, RegQueryValueExW);
FAILS(RegQueryValueW, "nonzero result/ERROR_", ERROR_INVALID_DATA, keybuffer(*lpcbData),
      keydenied(hKey), subkey(lpSubKey), key(hKey));
MEANS(RegQueryValueW, ERROR_FILE_NOT_FOUND, "there is no key lpSubKey, or it has no value");
MEANS(RegQueryValueW, ERROR_INVALID_DATA, "the value is no string");
LIKE(RegQueryValueA, RegQueryValueW);
FAILS(RegGetValueW, "nonzero result/ERROR_", ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER,
      ERROR_UNSUPPORTED_TYPE, keybuffer(*pcbData), keydenied(hkey), key(hkey));
MEANS(RegGetValueW, ERROR_FILE_NOT_FOUND,
      "there is no key lpSubKey, or it has no value lpValue");
MEANS(RegGetValueW, ERROR_INVALID_PARAMETER,
      "dwFlags is not valid: RRF_RT_REG_EXPAND_SZ wants RRF_NOEXPAND, or pvData lacks pcbData");
MEANS(RegGetValueW, ERROR_UNSUPPORTED_TYPE, "the value is of a type that dwFlags excludes");
LIKE(RegGetValueA, RegGetValueW);
FAILS(RegQueryMultipleValuesW, "nonzero result/ERROR_", ERROR_CANTREAD,
      keybuffer(*ldwTotsize), keydenied(hKey), key(hKey));
MEANS(RegQueryMultipleValuesW, ERROR_CANTREAD, "a value that val_list names is not there");
LIKE(RegQueryMultipleValuesA, RegQueryMultipleValuesW);
FAILS(RegSetValueExW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, ERROR_KEY_DELETED,
      ERROR_NO_SYSTEM_RESOURCES, keydenied(hKey), key(hKey));
MEANS(RegSetValueExW, ERROR_ACCESS_DENIED, "hKey was opened without KEY_SET_VALUE");
MEANS(RegSetValueExW, ERROR_INVALID_PARAMETER, "Reserved is not 0, or the name is too long");
MEANS(RegSetValueExW, ERROR_NO_SYSTEM_RESOURCES, "cbData is more than the registry takes");
LIKE(RegSetValueExA, RegSetValueExW);
HAS_BUFFER(RegSetValueExW, 5, 6);
HAS_BUFFER(RegSetValueExA, 5, 6);
FAILS(RegSetKeyValueW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, keydenied(hKey),
      subkey(lpSubKey), key(hKey));
LIKE(RegSetKeyValueA, RegSetKeyValueW);
HAS_BUFFER(RegSetKeyValueW, 5, 6);
HAS_BUFFER(RegSetKeyValueA, 5, 6);
FAILS(RegSetValueW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, keydenied(hKey),
      key(hKey));
MEANS(RegSetValueW, ERROR_INVALID_PARAMETER, "dwType is not REG_SZ");
LIKE(RegSetValueA, RegSetValueW);
FAILS(RegLoadMUIStringW, "nonzero result/ERROR_", ERROR_CALL_NOT_IMPLEMENTED,
      keybuffer(*pcbData), keydenied(hKey), keyvalue(pszValue), key(hKey));
FAILS(RegLoadMUIStringA, "nonzero result/ERROR_", ERROR_CALL_NOT_IMPLEMENTED);
MEANS(RegLoadMUIStringA, ERROR_CALL_NOT_IMPLEMENTED,
      "only the function for wide characters exists: call RegLoadMUIStringW");

/* Listing; the end is a failure with a code of its own. */
FAILS(RegEnumKeyExW, "nonzero result/ERROR_", ERROR_KEY_DELETED, ERROR_MORE_DATA,
      keydenied(hKey), keyend(dwIndex), key(hKey));
MEANS(RegEnumKeyExW, ERROR_MORE_DATA,
      "lpName or lpClass is too small; a name takes 256 characters, and RegQueryInfoKey tells");
LIKE(RegEnumKeyExA, RegEnumKeyExW);
FAILS(RegEnumKeyW, "nonzero result/ERROR_", ERROR_KEY_DELETED, ERROR_MORE_DATA,
      keydenied(hKey), keyend(dwIndex), key(hKey));
MEANS(RegEnumKeyW, ERROR_MORE_DATA, "cchName is too small; a name takes 256 characters");
LIKE(RegEnumKeyA, RegEnumKeyW);
FAILS(RegEnumValueW, "nonzero result/ERROR_", ERROR_KEY_DELETED, ERROR_MORE_DATA,
      keydenied(hKey), keyend(dwIndex), key(hKey));
MEANS(RegEnumValueW, ERROR_MORE_DATA,
      "lpValueName or lpData is too small: RegQueryInfoKey tells what the longest takes");
LIKE(RegEnumValueA, RegEnumValueW);
FAILS(RegQueryInfoKeyW, "nonzero result/ERROR_", ERROR_KEY_DELETED, ERROR_MORE_DATA,
      keydenied(hKey), key(hKey));
MEANS(RegQueryInfoKeyW, ERROR_MORE_DATA, "lpClass is too small for the class");
LIKE(RegQueryInfoKeyA, RegQueryInfoKeyW);

/* Changes and security */
FAILS(RegNotifyChangeKeyValue, "nonzero result/ERROR_, blocks", ERROR_INVALID_PARAMETER,
      ERROR_KEY_DELETED, keydenied(hKey), key(hKey));
MEANS(RegNotifyChangeKeyValue, ERROR_INVALID_PARAMETER,
      "dwNotifyFilter is not valid, or fAsynchronous lacks an hEvent");
FAILS(RegGetKeySecurity, "nonzero result/ERROR_", ERROR_INSUFFICIENT_BUFFER, keydenied(hKey),
      key(hKey));
MEANS(RegGetKeySecurity, ERROR_INSUFFICIENT_BUFFER,
      "*lpcbSecurityDescriptor says what it takes: the buffer is too small");
FAILS(RegSetKeySecurity, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, keydenied(hKey),
      key(hKey));

/* Hives in files */
FAILS(RegLoadKeyW, "nonzero result/ERROR_", ERROR_BADDB, ERROR_SHARING_VIOLATION, hive(lpFile),
      key(hKey));
MEANS(RegLoadKeyW, ERROR_BADDB, "lpFile holds no hive, or a damaged one");
MEANS(RegLoadKeyW, ERROR_SHARING_VIOLATION, "lpFile is loaded or open already");
LIKE(RegLoadKeyA, RegLoadKeyW);
FAILS(RegUnLoadKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_PRIVILEGE_NOT_HELD,
      key(hKey));
MEANS(RegUnLoadKeyW, ERROR_ACCESS_DENIED, "a key of the hive is still open somewhere");
MEANS(RegUnLoadKeyW, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_RESTORE_NAME, or has not enabled it");
LIKE(RegUnLoadKeyA, RegUnLoadKeyW);
FAILS(RegLoadAppKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS,
      ERROR_BADDB, ERROR_SHARING_VIOLATION);
MEANS(RegLoadAppKeyW, ERROR_ALREADY_EXISTS,
      "lpFile is loaded, and one of the two calls has REG_PROCESS_APPKEY");
LIKE(RegLoadAppKeyA, RegLoadAppKeyW);
FAILS(RegSaveKeyW, "nonzero result/ERROR_", ERROR_ALREADY_EXISTS, ERROR_PRIVILEGE_NOT_HELD,
      key(hKey));
MEANS(RegSaveKeyW, ERROR_ALREADY_EXISTS, "lpFile exists: nothing is written over");
MEANS(RegSaveKeyW, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_BACKUP_NAME, or has not enabled it");
LIKE(RegSaveKeyA, RegSaveKeyW);
LIKE(RegSaveKeyExW, RegSaveKeyW);
LIKE(RegSaveKeyExA, RegSaveKeyW);
FAILS(RegRestoreKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, ERROR_BADDB, hive(lpFile),
      key(hKey));
MEANS(RegRestoreKeyW, ERROR_ACCESS_DENIED, "hKey or a key below it is open elsewhere");
LIKE(RegRestoreKeyA, RegRestoreKeyW);
FAILS(RegReplaceKeyW, "nonzero result/ERROR_", ERROR_ACCESS_DENIED, hive(lpNewFile), key(hKey));
LIKE(RegReplaceKeyA, RegReplaceKeyW);

/* Shutting down */
GROUP(sysshutdown, ERROR_ACCESS_DENIED, "the caller lacks SE_SHUTDOWN_NAME or the remote one")
GROUP(sysshutdown, ERROR_BAD_NETPATH, "the computer $ can't be found in the network")
FAILS(InitiateSystemShutdownW, "0 last_error", ERROR_SHUTDOWN_IN_PROGRESS, ERROR_NOT_READY,
      sysshutdown(lpMachineName));
MEANS(InitiateSystemShutdownW, ERROR_NOT_READY, "the computer has not started up yet");
MEANS(InitiateSystemShutdownW, ERROR_SHUTDOWN_IN_PROGRESS, "a shutdown is under way already");
LIKE(InitiateSystemShutdownA, InitiateSystemShutdownW);
LIKE(InitiateSystemShutdownExW, InitiateSystemShutdownW);
LIKE(InitiateSystemShutdownExA, InitiateSystemShutdownW);
FAILS(InitiateShutdownW, "nonzero result/ERROR_", ERROR_SHUTDOWN_IN_PROGRESS,
      sysshutdown(lpMachineName));
MEANS(InitiateShutdownW, ERROR_SHUTDOWN_IN_PROGRESS, "a shutdown is under way already");
LIKE(InitiateShutdownA, InitiateShutdownW);
FAILS(AbortSystemShutdownW, "0 last_error", ERROR_NO_SHUTDOWN_IN_PROGRESS,
      sysshutdown(lpMachineName));
MEANS(AbortSystemShutdownW, ERROR_NO_SHUTDOWN_IN_PROGRESS, "no shutdown is under way");
LIKE(AbortSystemShutdownA, AbortSystemShutdownW);
