/*
 * Security in words: <sddl.h> and <aclapi.h>, whose functions answer with the code itself. What
 * they make is the caller's, for LocalFree. Wants security.h in front.
 */
#include <aclapi.h>
#include <sddl.h>

FAILS(ConvertSidToStringSidW, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_INVALID_SID);
LIKE(ConvertSidToStringSidA, ConvertSidToStringSidW);
FAILS(ConvertStringSidToSidW, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_INVALID_SID);
MEANS(ConvertStringSidToSidW, ERROR_INVALID_SID, "StringSid is no SID in words");
LIKE(ConvertStringSidToSidA, ConvertStringSidToSidW);
FAILS(ConvertSecurityDescriptorToStringSecurityDescriptorW, "0 last_error",
      ERROR_INVALID_PARAMETER, ERROR_UNKNOWN_REVISION, ERROR_NONE_MAPPED, ERROR_INVALID_ACL);
LIKE(ConvertSecurityDescriptorToStringSecurityDescriptorA,
     ConvertSecurityDescriptorToStringSecurityDescriptorW);
FAILS(ConvertStringSecurityDescriptorToSecurityDescriptorW, "0 last_error",
      ERROR_INVALID_PARAMETER, ERROR_UNKNOWN_REVISION, ERROR_NONE_MAPPED);
MEANS(ConvertStringSecurityDescriptorToSecurityDescriptorW, ERROR_INVALID_PARAMETER,
      "StringSecurityDescriptor is not written as a descriptor has to be");
MEANS(ConvertStringSecurityDescriptorToSecurityDescriptorW, ERROR_NONE_MAPPED,
      "a SID in StringSecurityDescriptor is that of no account");
MEANS(ConvertStringSecurityDescriptorToSecurityDescriptorW, ERROR_UNKNOWN_REVISION,
      "StringSDRevision is not SDDL_REVISION_1");
LIKE(ConvertStringSecurityDescriptorToSecurityDescriptorA,
     ConvertStringSecurityDescriptorToSecurityDescriptorW);

GROUP(named, ERROR_ACCESS_DENIED, "the caller may not see or change this part for $")
GROUP(named, ERROR_FILE_NOT_FOUND, "$ does not exist")
GROUP(named, ERROR_PATH_NOT_FOUND, "a directory on the way to $ does not exist")
GROUP(named, ERROR_INVALID_NAME, "$ is no valid name for ObjectType")
GROUP(named, ERROR_PRIVILEGE_NOT_HELD, "the SACL of $ takes SE_SECURITY_NAME")
FAILS(GetNamedSecurityInfoW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER,
      named(pObjectName));
LIKE(GetNamedSecurityInfoA, GetNamedSecurityInfoW);
FAILS(SetNamedSecurityInfoW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER,
      named(pObjectName), secset(pObjectName));
LIKE(SetNamedSecurityInfoA, SetNamedSecurityInfoW);
LIKE(TreeSetNamedSecurityInfoW, SetNamedSecurityInfoW);
LIKE(TreeSetNamedSecurityInfoA, SetNamedSecurityInfoW);
LIKE(TreeResetNamedSecurityInfoW, SetNamedSecurityInfoW);
LIKE(TreeResetNamedSecurityInfoA, SetNamedSecurityInfoW);
CALLS_BACK(TreeSetNamedSecurityInfoW, 9, call);
CALLS_BACK(TreeSetNamedSecurityInfoA, 9, call);
CALLS_BACK(TreeResetNamedSecurityInfoW, 9, call);
CALLS_BACK(TreeResetNamedSecurityInfoA, 9, call);
FAILS(GetSecurityInfo, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, secright(handle),
      sechandle(handle));
FAILS(SetSecurityInfo, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, secright(handle),
      sechandle(handle), secset(handle));
FAILS(SetEntriesInAclW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER, ERROR_NONE_MAPPED);
MEANS(SetEntriesInAclW, ERROR_INVALID_PARAMETER, "an entry, or its trustee, is not valid");
MEANS(SetEntriesInAclW, ERROR_NONE_MAPPED, "a trustee's name is that of no account");
LIKE(SetEntriesInAclA, SetEntriesInAclW);
HAS_ARRAY(SetEntriesInAclW, 2, 1);
HAS_ARRAY(SetEntriesInAclA, 2, 1);
FAILS(GetExplicitEntriesFromAclW, "nonzero result/ERROR_", ERROR_INVALID_ACL);
LIKE(GetExplicitEntriesFromAclA, GetExplicitEntriesFromAclW);
FAILS(GetEffectiveRightsFromAclW, "nonzero result/ERROR_", ERROR_INVALID_ACL,
      ERROR_NONE_MAPPED);
LIKE(GetEffectiveRightsFromAclA, GetEffectiveRightsFromAclW);
LIKE(GetAuditedPermissionsFromAclW, GetEffectiveRightsFromAclW);
LIKE(GetAuditedPermissionsFromAclA, GetEffectiveRightsFromAclW);
FAILS(BuildSecurityDescriptorW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER);
LIKE(BuildSecurityDescriptorA, BuildSecurityDescriptorW);
FAILS(LookupSecurityDescriptorPartsW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER);
LIKE(LookupSecurityDescriptorPartsA, LookupSecurityDescriptorPartsW);
NEVER_FAILS(BuildExplicitAccessWithNameW);
NEVER_FAILS(BuildExplicitAccessWithNameA);
NEVER_FAILS(BuildTrusteeWithNameW);
NEVER_FAILS(BuildTrusteeWithNameA);
NEVER_FAILS(BuildTrusteeWithSidW);
NEVER_FAILS(BuildTrusteeWithSidA);
