/*
 * Who may do what: tokens, accounts, privileges, SIDs, lists of access and descriptors
 * (<securitybaseapi.h>, <winbase.h>), logging on, and cryptography (<wincrypt.h>).
 */
EACH_MEANS(ERROR_NO_TOKEN, "the thread has no token of its own: it impersonates nobody")
EACH_MEANS(ERROR_INVALID_SID, "a SID is not valid")
EACH_MEANS(ERROR_INVALID_ACL, "the list of access is not valid")
EACH_MEANS(ERROR_INVALID_SECURITY_DESCR, "the security descriptor is not valid")

/* Tokens. AdjustTokenPrivileges answers TRUE, too, where ERROR_NOT_ALL_ASSIGNED tells more. */
GROUP(token, ERROR_INVALID_HANDLE, "$ is no handle of a token")
GROUP(token, ERROR_ACCESS_DENIED, "$ lacks the access that this needs, as TOKEN_QUERY")
GROUP(tokenof, ERROR_INVALID_HANDLE, "$ is no handle of a process or thread")
GROUP(tokenof, ERROR_ACCESS_DENIED, "$, or the token itself, does not grant the caller this")
GROUP(secbuffer, ERROR_INSUFFICIENT_BUFFER, "$ says what it takes: the buffer is too small")
GROUP(impersonation, ERROR_BAD_IMPERSONATION_LEVEL,
      "$ is an impersonation token of too low a level")
FAILS(OpenProcessToken, "0 last_error", tokenof(ProcessHandle));
FAILS(OpenThreadToken, "0 last_error", ERROR_CANT_OPEN_ANONYMOUS, ERROR_NO_TOKEN,
      tokenof(ThreadHandle));
MEANS(OpenThreadToken, ERROR_CANT_OPEN_ANONYMOUS,
      "the thread impersonates at the anonymous level, which gives no token");
FAILS(SetThreadToken, "0 last_error", token(Token));
FAILS(GetTokenInformation, "0 last_error", ERROR_BAD_LENGTH, ERROR_INVALID_PARAMETER,
      secbuffer(*ReturnLength), token(TokenHandle));
MEANS(GetTokenInformation, ERROR_BAD_LENGTH,
      "TokenInformationLength is less than the structure of this class");
MEANS(GetTokenInformation, ERROR_INVALID_PARAMETER,
      "TokenInformationClass is not known, or not for this kind of token");
HAS_BUFFER(GetTokenInformation, 3, 4);
FAILS(SetTokenInformation, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_PRIVILEGE_NOT_HELD,
      token(TokenHandle));
HAS_BUFFER(SetTokenInformation, 3, 4);
FAILS(AdjustTokenPrivileges, "any last_error, clear", ERROR_INVALID_PARAMETER,
      ERROR_NOT_ALL_ASSIGNED, secbuffer(*ReturnLength), token(TokenHandle));
MEANS(AdjustTokenPrivileges, ERROR_ACCESS_DENIED,
      "TokenHandle lacks TOKEN_ADJUST_PRIVILEGES, or TOKEN_QUERY for PreviousState");
MEANS(AdjustTokenPrivileges, ERROR_NOT_ALL_ASSIGNED,
      "the token has not every privilege of NewState; those that it has are set");
FAILS(AdjustTokenGroups, "0 last_error", ERROR_CANT_DISABLE_MANDATORY, ERROR_INVALID_PARAMETER,
      secbuffer(*ReturnLength), token(TokenHandle));
MEANS(AdjustTokenGroups, ERROR_CANT_DISABLE_MANDATORY,
      "a group of NewState is mandatory and can't be disabled");
FAILS(DuplicateToken, "0 last_error", impersonation(ExistingTokenHandle),
      token(ExistingTokenHandle));
FAILS(DuplicateTokenEx, "0 last_error", ERROR_INVALID_PARAMETER, impersonation(hExistingToken),
      token(hExistingToken));
FAILS(CreateRestrictedToken, "0 last_error", ERROR_INVALID_PARAMETER,
      token(ExistingTokenHandle));
FAILS(IsTokenRestricted, "0 last_error, clear", token(TokenHandle));
FAILS(CheckTokenMembership, "0 last_error", ERROR_INVALID_SID, ERROR_NO_IMPERSONATION_TOKEN,
      token(TokenHandle));
MEANS(CheckTokenMembership, ERROR_NO_IMPERSONATION_TOKEN,
      "TokenHandle is a primary token: DuplicateToken makes one to impersonate with");
LIKE(CheckTokenMembershipEx, CheckTokenMembership);
LIKE(CheckTokenCapability, CheckTokenMembership);
FAILS(ImpersonateLoggedOnUser, "0 last_error", token(hToken));
FAILS(ImpersonateSelf, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
FAILS(ImpersonateAnonymousToken, "0 last_error", tokenof(ThreadHandle));
FAILS(RevertToSelf, "0 last_error");
FAILS(AllocateLocallyUniqueId, "0 last_error");
FAILS(PrivilegeCheck, "0 last_error", ERROR_NO_IMPERSONATION_TOKEN, token(ClientToken));
MEANS(PrivilegeCheck, ERROR_NO_IMPERSONATION_TOKEN, "ClientToken is a primary token");
FAILS(AccessCheck, "0 last_error", ERROR_GENERIC_NOT_MAPPED, ERROR_INVALID_SECURITY_DESCR,
      ERROR_NO_IMPERSONATION_TOKEN, secbuffer(*PrivilegeSetLength), token(ClientToken));
MEANS(AccessCheck, ERROR_GENERIC_NOT_MAPPED,
      "DesiredAccess has generic rights: call MapGenericMask first");
MEANS(AccessCheck, ERROR_NO_IMPERSONATION_TOKEN, "ClientToken is a primary token");
LIKE(AccessCheckByType, AccessCheck);
LIKE(AccessCheckByTypeResultList, AccessCheck);
GROUP(audit, ERROR_PRIVILEGE_NOT_HELD, "$ takes SE_AUDIT_NAME in the process's own token")
FAILS(AccessCheckAndAuditAlarmW, "0 last_error", ERROR_GENERIC_NOT_MAPPED, audit(the call));
LIKE(AccessCheckAndAuditAlarmA, AccessCheckAndAuditAlarmW);
LIKE(AccessCheckByTypeAndAuditAlarmW, AccessCheckAndAuditAlarmW);
LIKE(AccessCheckByTypeAndAuditAlarmA, AccessCheckAndAuditAlarmW);
LIKE(AccessCheckByTypeResultListAndAuditAlarmW, AccessCheckAndAuditAlarmW);
LIKE(AccessCheckByTypeResultListAndAuditAlarmA, AccessCheckAndAuditAlarmW);
FAILS(ObjectOpenAuditAlarmW, "0 last_error", audit(the call));
LIKE(ObjectOpenAuditAlarmA, ObjectOpenAuditAlarmW);
LIKE(ObjectCloseAuditAlarmW, ObjectOpenAuditAlarmW);
LIKE(ObjectCloseAuditAlarmA, ObjectOpenAuditAlarmW);
LIKE(ObjectDeleteAuditAlarmW, ObjectOpenAuditAlarmW);
LIKE(ObjectDeleteAuditAlarmA, ObjectOpenAuditAlarmW);
LIKE(ObjectPrivilegeAuditAlarmW, ObjectOpenAuditAlarmW);
LIKE(ObjectPrivilegeAuditAlarmA, ObjectOpenAuditAlarmW);
LIKE(PrivilegedServiceAuditAlarmW, ObjectOpenAuditAlarmW);
LIKE(PrivilegedServiceAuditAlarmA, ObjectOpenAuditAlarmW);
NEVER_FAILS(MapGenericMask);
NEVER_FAILS(AreAllAccessesGranted);
NEVER_FAILS(AreAnyAccessesGranted);

/* Accounts and privileges by name. */
GROUP(account, ERROR_NONE_MAPPED, "$ is no account that is known there")
GROUP(account, ERROR_TRUSTED_RELATIONSHIP_FAILURE, "the domain that knows $ does not answer")
GROUP(system, RPC_S_SERVER_UNAVAILABLE, "the computer $ does not answer")
GROUP(privilege, ERROR_NO_SUCH_PRIVILEGE, "there is no privilege $")
GROUP(sidbuffer, ERROR_INSUFFICIENT_BUFFER, "$ says what it takes: a buffer is too small")
FAILS(LookupAccountNameW, "0 last_error, blocks", account(lpAccountName), sidbuffer(*cbSid),
      system(lpSystemName));
MEANS(LookupAccountNameW, ERROR_INSUFFICIENT_BUFFER,
      "*cbSid and *cchReferencedDomainName say what it takes: Sid or the domain is too small");
LIKE(LookupAccountNameA, LookupAccountNameW);
FAILS(LookupAccountSidW, "0 last_error, blocks", ERROR_INVALID_PARAMETER, account(Sid),
      sidbuffer(*cchName), system(lpSystemName));
MEANS(LookupAccountSidW, ERROR_INSUFFICIENT_BUFFER,
      "*cchName and *cchReferencedDomainName say what it takes: a buffer is too small");
MEANS(LookupAccountSidW, ERROR_INVALID_PARAMETER, "Sid is not valid");
LIKE(LookupAccountSidA, LookupAccountSidW);
FAILS(LookupPrivilegeValueW, "0 last_error, blocks", privilege(lpName), system(lpSystemName));
LIKE(LookupPrivilegeValueA, LookupPrivilegeValueW);
FAILS(LookupPrivilegeNameW, "0 last_error, blocks", privilege(*lpLuid), sidbuffer(*cchName),
      system(lpSystemName));
LIKE(LookupPrivilegeNameA, LookupPrivilegeNameW);
FAILS(LookupPrivilegeDisplayNameW, "0 last_error, blocks", privilege(lpName),
      sidbuffer(*cchDisplayName), system(lpSystemName));
LIKE(LookupPrivilegeDisplayNameA, LookupPrivilegeDisplayNameW);
FAILS(GetUserNameW, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
MEANS(GetUserNameW, ERROR_INSUFFICIENT_BUFFER,
      "*pcbBuffer says how many characters it takes: lpBuffer is too small");
LIKE(GetUserNameA, GetUserNameW);

/* Logging on, and programs for others. */
GROUP(logon, ERROR_LOGON_FAILURE, "the user is not known, or the password is wrong")
GROUP(logon, ERROR_ACCOUNT_DISABLED, "the account of $ is disabled")
GROUP(logon, ERROR_ACCOUNT_EXPIRED, "the account of $ has expired")
GROUP(logon, ERROR_ACCOUNT_LOCKED_OUT,
      "the account of $ is locked after too many wrong passwords")
GROUP(logon, ERROR_ACCOUNT_RESTRICTION, "a policy forbids it, as logging on with no password")
GROUP(logon, ERROR_INVALID_LOGON_HOURS, "$ may not log on at this time of day")
GROUP(logon, ERROR_LOGON_TYPE_NOT_GRANTED, "$ lacks the right to log on in this way")
GROUP(logon, ERROR_PASSWORD_EXPIRED, "the password of $ has expired")
GROUP(logon, ERROR_PASSWORD_MUST_CHANGE, "$ has to change the password first")
GROUP(logonprogram, ERROR_FILE_NOT_FOUND, "$ does not exist")
GROUP(logonprogram, ERROR_BAD_EXE_FORMAT, "$ is no program that this system runs")
GROUP(logonprogram, ERROR_DIRECTORY,
      "lpCurrentDirectory is no directory that the user can enter")
FAILS(LogonUserW, "0 last_error, blocks", ERROR_INVALID_PARAMETER, ERROR_PRIVILEGE_NOT_HELD,
      logon(lpszUsername));
MEANS(LogonUserW, ERROR_PRIVILEGE_NOT_HELD, "the caller lacks SE_TCB_NAME, which this needs");
LIKE(LogonUserA, LogonUserW);
LIKE(LogonUserExW, LogonUserW);
LIKE(LogonUserExA, LogonUserW);
FAILS(CreateProcessAsUserW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE,
      ERROR_INVALID_PARAMETER, ERROR_PATH_NOT_FOUND, ERROR_PRIVILEGE_NOT_HELD,
      logonprogram(lpApplicationName or the first word of lpCommandLine));
MEANS(CreateProcessAsUserW, ERROR_INVALID_HANDLE, "hToken is no handle of a token");
MEANS(CreateProcessAsUserW, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_INCREASE_QUOTA_NAME, or SE_ASSIGNPRIMARYTOKEN_NAME for this token");
LIKE(CreateProcessAsUserA, CreateProcessAsUserW);
FAILS(CreateProcessWithTokenW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE,
      ERROR_INVALID_PARAMETER, ERROR_PATH_NOT_FOUND, ERROR_PRIVILEGE_NOT_HELD,
      logonprogram(lpApplicationName or the first word of lpCommandLine));
MEANS(CreateProcessWithTokenW, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_IMPERSONATE_NAME");
FAILS(CreateProcessWithLogonW, "0 last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_INVALID_PARAMETER, ERROR_PATH_NOT_FOUND, logon(lpUsername),
      logonprogram(lpApplicationName or the first word of lpCommandLine));

/* SIDs. What only reads from one that is valid can't fail. */
NEVER_FAILS(IsValidSid);
NEVER_FAILS(EqualSid);
NEVER_FAILS(EqualPrefixSid);
NEVER_FAILS(IsWellKnownSid);
NEVER_FAILS(GetLengthSid);
NEVER_FAILS(GetSidLengthRequired);
NEVER_FAILS(GetSidIdentifierAuthority);
NEVER_FAILS(GetSidSubAuthority);
NEVER_FAILS(GetSidSubAuthorityCount);
FAILS(FreeSid, "nonzero none");
FREES(FreeSid, 1);
FAILS(AllocateAndInitializeSid, "0 last_error", ERROR_INVALID_SID, ERROR_NOT_ENOUGH_MEMORY);
MEANS(AllocateAndInitializeSid, ERROR_INVALID_SID, "nSubAuthorityCount is above 8");
FAILS(InitializeSid, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(InitializeSid, ERROR_INVALID_PARAMETER, "nSubAuthorityCount is above 15");
FAILS(CopySid, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
MEANS(CopySid, ERROR_INSUFFICIENT_BUFFER,
      "nDestinationSidLength is less than GetLengthSid of pSourceSid");
HAS_BUFFER(CopySid, 2, 1);
FAILS(CreateWellKnownSid, "0 last_error", ERROR_INVALID_PARAMETER, sidbuffer(*cbSid));
MEANS(CreateWellKnownSid, ERROR_INVALID_PARAMETER,
      "WellKnownSidType is not known, or needs a DomainSid");
FAILS(EqualDomainSid, "0 last_error", ERROR_INVALID_SID, ERROR_NON_DOMAIN_SID);
MEANS(EqualDomainSid, ERROR_NON_DOMAIN_SID, "a SID is neither a domain's nor in a domain");
FAILS(GetWindowsAccountDomainSid, "0 last_error", ERROR_INVALID_SID, ERROR_NON_ACCOUNT_SID,
      sidbuffer(*cbDomainSid));
MEANS(GetWindowsAccountDomainSid, ERROR_NON_ACCOUNT_SID, "pSid is not that of an account");

/* Lists of access */
GROUP(ace, ERROR_ALLOTTED_SPACE_EXCEEDED, "$ has no room for the entry")
GROUP(ace, ERROR_INVALID_ACL, "$ is not valid, or was not initialized")
GROUP(ace, ERROR_INVALID_SID, "the SID is not valid")
GROUP(ace, ERROR_REVISION_MISMATCH, "the revision is not known, or not that of $")
FAILS(InitializeAcl, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
MEANS(InitializeAcl, ERROR_INSUFFICIENT_BUFFER, "nAclLength is less than an ACL");
MEANS(InitializeAcl, ERROR_INVALID_PARAMETER,
      "nAclLength is above 65535, or dwAclRevision is none");
NEVER_FAILS(IsValidAcl);
FAILS(AddAccessAllowedAce, "0 last_error", ace(pAcl));
LIKE(AddAccessDeniedAce, AddAccessAllowedAce);
LIKE(AddAuditAccessAce, AddAccessAllowedAce);
FAILS(AddAccessAllowedAceEx, "0 last_error", ERROR_INVALID_FLAGS, ace(pAcl));
MEANS(AddAccessAllowedAceEx, ERROR_INVALID_FLAGS,
      "AceFlags holds a bit that is not valid here");
LIKE(AddAccessDeniedAceEx, AddAccessAllowedAceEx);
LIKE(AddAuditAccessAceEx, AddAccessAllowedAceEx);
LIKE(AddAccessAllowedObjectAce, AddAccessAllowedAceEx);
LIKE(AddAccessDeniedObjectAce, AddAccessAllowedAceEx);
LIKE(AddAuditAccessObjectAce, AddAccessAllowedAceEx);
LIKE(AddMandatoryAce, AddAccessAllowedAceEx);
LIKE(AddScopedPolicyIDAce, AddAccessAllowedAceEx);
LIKE(AddResourceAttributeAce, AddAccessAllowedAceEx);
LIKE(AddConditionalAce, AddAccessAllowedAceEx);
FAILS(AddAce, "0 last_error", ERROR_ALLOTTED_SPACE_EXCEEDED, ERROR_INVALID_PARAMETER);
MEANS(AddAce, ERROR_ALLOTTED_SPACE_EXCEEDED, "pAcl has no room for the entries");
FAILS(DeleteAce, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(DeleteAce, ERROR_INVALID_PARAMETER, "pAcl has no entry dwAceIndex");
FAILS(GetAce, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetAce, ERROR_INVALID_PARAMETER, "pAcl has no entry dwAceIndex");
FAILS(FindFirstFreeAce, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(GetAclInformation, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
HAS_BUFFER(GetAclInformation, 2, 3);
FAILS(SetAclInformation, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
HAS_BUFFER(SetAclInformation, 2, 3);

/* Descriptors */
GROUP(descriptor, ERROR_INVALID_SECURITY_DESCR,
      "$ is not valid, or self-relative where it may not")
GROUP(descriptor, ERROR_UNKNOWN_REVISION, "$ is of a revision that is not known")
FAILS(InitializeSecurityDescriptor, "0 last_error", ERROR_UNKNOWN_REVISION);
MEANS(InitializeSecurityDescriptor, ERROR_UNKNOWN_REVISION,
      "dwRevision is not SECURITY_DESCRIPTOR_REVISION");
NEVER_FAILS(IsValidSecurityDescriptor);
NEVER_FAILS(GetSecurityDescriptorLength);
FAILS(GetSecurityDescriptorControl, "0 last_error", descriptor(pSecurityDescriptor));
LIKE(GetSecurityDescriptorOwner, GetSecurityDescriptorControl);
LIKE(GetSecurityDescriptorGroup, GetSecurityDescriptorControl);
LIKE(GetSecurityDescriptorDacl, GetSecurityDescriptorControl);
LIKE(GetSecurityDescriptorSacl, GetSecurityDescriptorControl);
LIKE(SetSecurityDescriptorOwner, GetSecurityDescriptorControl);
LIKE(SetSecurityDescriptorGroup, GetSecurityDescriptorControl);
LIKE(SetSecurityDescriptorDacl, GetSecurityDescriptorControl);
LIKE(SetSecurityDescriptorSacl, GetSecurityDescriptorControl);
FAILS(SetSecurityDescriptorControl, "0 last_error", ERROR_INVALID_PARAMETER,
      descriptor(pSecurityDescriptor));
FAILS(GetSecurityDescriptorRMControl, "nonzero result/ERROR_", ERROR_INVALID_DATA);
MEANS(GetSecurityDescriptorRMControl, ERROR_INVALID_DATA,
      "SecurityDescriptor holds no such bits");
NEVER_FAILS(SetSecurityDescriptorRMControl);
FAILS(MakeAbsoluteSD, "0 last_error", ERROR_BAD_DESCRIPTOR_FORMAT, ERROR_INSUFFICIENT_BUFFER);
MEANS(MakeAbsoluteSD, ERROR_BAD_DESCRIPTOR_FORMAT,
      "pSelfRelativeSecurityDescriptor is not self-relative");
MEANS(MakeAbsoluteSD, ERROR_INSUFFICIENT_BUFFER,
      "a buffer is too small: the sizes say what each takes");
FAILS(MakeSelfRelativeSD, "0 last_error", ERROR_BAD_DESCRIPTOR_FORMAT,
      secbuffer(*lpdwBufferLength));
MEANS(MakeSelfRelativeSD, ERROR_BAD_DESCRIPTOR_FORMAT,
      "pAbsoluteSecurityDescriptor is self-relative already");
GROUP(secright, ERROR_ACCESS_DENIED, "the caller may not see or change this part for $")
GROUP(secright, ERROR_PRIVILEGE_NOT_HELD, "the SACL of $ takes SE_SECURITY_NAME")
GROUP(secfile, ERROR_FILE_NOT_FOUND, "$ does not exist")
GROUP(sechandle, ERROR_INVALID_HANDLE, "$ is no handle of an open object")
GROUP(secset, ERROR_INVALID_OWNER, "the caller may not make this the owner of $")
FAILS(GetFileSecurityW, "0 last_error", secbuffer(*lpnLengthNeeded), secfile(lpFileName),
      secright(lpFileName));
LIKE(GetFileSecurityA, GetFileSecurityW);
FAILS(SetFileSecurityW, "0 last_error", secfile(lpFileName), secright(lpFileName),
      secset(lpFileName), descriptor(pSecurityDescriptor));
LIKE(SetFileSecurityA, SetFileSecurityW);
FAILS(GetKernelObjectSecurity, "0 last_error", secbuffer(*lpnLengthNeeded), secright(Handle),
      sechandle(Handle));
HAS_BUFFER(GetKernelObjectSecurity, 3, 4);
FAILS(SetKernelObjectSecurity, "0 last_error", secright(Handle), sechandle(Handle),
      secset(Handle), descriptor(SecurityDescriptor));
FAILS(GetPrivateObjectSecurity, "0 last_error", secbuffer(*ReturnLength));
LIKE(SetPrivateObjectSecurityEx, SetPrivateObjectSecurity);
LIKE(CreatePrivateObjectSecurityEx, CreatePrivateObjectSecurity);
LIKE(CreatePrivateObjectSecurityWithMultipleInheritance, CreatePrivateObjectSecurity);
FAILS(SetPrivateObjectSecurity, "0 last_error", ERROR_INVALID_OWNER, token(Token));
FAILS(CreatePrivateObjectSecurity, "0 last_error", ERROR_INVALID_OWNER, token(Token));
FAILS(DestroyPrivateObjectSecurity, "0 last_error");
NEVER_FAILS(QuerySecurityAccessMask);
NEVER_FAILS(SetSecurityAccessMask);
