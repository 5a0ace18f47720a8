/*
 * Services (<winsvc.h>) and the event log.
 */
EACH_MEANS(ERROR_DATABASE_DOES_NOT_EXIST, "there is no such database of services")
EACH_MEANS(ERROR_SERVICE_DATABASE_LOCKED, "somebody has locked the database of services")
EACH_MEANS(ERROR_SERVICE_MARKED_FOR_DELETE,
           "the service is to be deleted once all handles to it are closed")

/* The manager and its services. */
GROUP(manager, ERROR_INVALID_HANDLE, "$ is no handle of the service manager")
GROUP(manager, ERROR_ACCESS_DENIED, "$ lacks the access that this needs")
GROUP(service, ERROR_INVALID_HANDLE, "$ is no handle of a service")
GROUP(service, ERROR_ACCESS_DENIED, "$ lacks the access that this needs")
GROUP(servicename, ERROR_INVALID_NAME, "$ is no valid name of a service")
GROUP(servicename, ERROR_SERVICE_DOES_NOT_EXIST, "there is no service $")
GROUP(serviceconf, ERROR_CIRCULAR_DEPENDENCY, "a service that $ depends on would depend on it")
GROUP(serviceconf, ERROR_DUPLICATE_SERVICE_NAME, "the name to show is that of another service")
GROUP(serviceconf, ERROR_INVALID_PARAMETER, "a type, start or other value is not valid")
GROUP(serviceconf, ERROR_INVALID_SERVICE_ACCOUNT,
      "lpServiceStartName is no account that is known")
GROUP(servicebuffer, ERROR_INSUFFICIENT_BUFFER, "$ says what it takes: the buffer is too small")
GROUP(servicemore, ERROR_MORE_DATA, "$ more bytes are needed: the buffer does not hold all")
FAILS(OpenSCManagerW, "NULL last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_DATABASE_DOES_NOT_EXIST, RPC_S_SERVER_UNAVAILABLE);
MEANS(OpenSCManagerW, ERROR_ACCESS_DENIED,
      "the manager does not grant the caller dwDesiredAccess");
MEANS(OpenSCManagerW, RPC_S_SERVER_UNAVAILABLE, "the computer lpMachineName does not answer");
LIKE(OpenSCManagerA, OpenSCManagerW);
FAILS(CloseServiceHandle, "0 last_error", ERROR_INVALID_HANDLE);
MEANS(CloseServiceHandle, ERROR_INVALID_HANDLE,
      "hSCObject is no handle of a service or of the manager");
FAILS(OpenServiceW, "NULL last_error", manager(hSCManager), servicename(lpServiceName));
MEANS(OpenServiceW, ERROR_ACCESS_DENIED,
      "the service does not grant the caller dwDesiredAccess");
LIKE(OpenServiceA, OpenServiceW);
FAILS(CreateServiceW, "NULL last_error", ERROR_INVALID_NAME, ERROR_SERVICE_EXISTS,
      ERROR_SERVICE_MARKED_FOR_DELETE, manager(hSCManager), serviceconf(lpServiceName));
MEANS(CreateServiceW, ERROR_INVALID_NAME, "lpServiceName is no valid name of a service");
MEANS(CreateServiceW, ERROR_SERVICE_EXISTS, "there is a service lpServiceName already");
LIKE(CreateServiceA, CreateServiceW);
FAILS(DeleteService, "0 last_error", ERROR_SERVICE_MARKED_FOR_DELETE, service(hService));
FAILS(StartServiceW, "0 last_error, blocks", ERROR_PATH_NOT_FOUND,
      ERROR_SERVICE_ALREADY_RUNNING, ERROR_SERVICE_DATABASE_LOCKED,
      ERROR_SERVICE_DEPENDENCY_DELETED, ERROR_SERVICE_DEPENDENCY_FAIL, ERROR_SERVICE_DISABLED,
      ERROR_SERVICE_LOGON_FAILED, ERROR_SERVICE_MARKED_FOR_DELETE, ERROR_SERVICE_NO_THREAD,
      ERROR_SERVICE_REQUEST_TIMEOUT, service(hService));
MEANS(StartServiceW, ERROR_PATH_NOT_FOUND, "the program of the service was not found");
MEANS(StartServiceW, ERROR_SERVICE_ALREADY_RUNNING, "the service runs already");
MEANS(StartServiceW, ERROR_SERVICE_DEPENDENCY_DELETED,
      "a service that this one depends on does not exist or is to be deleted");
MEANS(StartServiceW, ERROR_SERVICE_DEPENDENCY_FAIL,
      "a service that this one depends on could not be started");
MEANS(StartServiceW, ERROR_SERVICE_DISABLED, "the service is disabled");
MEANS(StartServiceW, ERROR_SERVICE_LOGON_FAILED,
      "the account of the service may not log on as one, or has another password");
MEANS(StartServiceW, ERROR_SERVICE_REQUEST_TIMEOUT,
      "the program did not call StartServiceCtrlDispatcher in time");
LIKE(StartServiceA, StartServiceW);
FAILS(ControlService, "0 last_error, blocks", ERROR_DEPENDENT_SERVICES_RUNNING,
      ERROR_INVALID_PARAMETER, ERROR_INVALID_SERVICE_CONTROL,
      ERROR_SERVICE_CANNOT_ACCEPT_CTRL, ERROR_SERVICE_NOT_ACTIVE,
      ERROR_SERVICE_REQUEST_TIMEOUT, ERROR_SHUTDOWN_IN_PROGRESS, service(hService));
MEANS(ControlService, ERROR_DEPENDENT_SERVICES_RUNNING,
      "services that depend on this one run: they have to be stopped first");
MEANS(ControlService, ERROR_INVALID_PARAMETER, "dwControl is not known");
MEANS(ControlService, ERROR_INVALID_SERVICE_CONTROL, "the service does not take dwControl");
MEANS(ControlService, ERROR_SERVICE_CANNOT_ACCEPT_CTRL,
      "the service is starting, stopping or stopped");
MEANS(ControlService, ERROR_SERVICE_NOT_ACTIVE, "the service does not run");
MEANS(ControlService, ERROR_SERVICE_REQUEST_TIMEOUT, "the service did not answer in time");
LIKE(ControlServiceExW, ControlService);
LIKE(ControlServiceExA, ControlService);
FAILS(QueryServiceStatus, "0 last_error", service(hService));
FAILS(QueryServiceStatusEx, "0 last_error", ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER,
      ERROR_SHUTDOWN_IN_PROGRESS, servicebuffer(*pcbBytesNeeded), service(hService));
MEANS(QueryServiceStatusEx, ERROR_INVALID_LEVEL, "InfoLevel is not SC_STATUS_PROCESS_INFO");
HAS_BUFFER(QueryServiceStatusEx, 3, 4);
FAILS(QueryServiceConfigW, "0 last_error", servicebuffer(*pcbBytesNeeded), service(hService));
LIKE(QueryServiceConfigA, QueryServiceConfigW);
LIKE(QueryServiceConfig2W, QueryServiceConfigW);
LIKE(QueryServiceConfig2A, QueryServiceConfigW);
HAS_BUFFER_AW(QueryServiceConfig, 2, 3);
HAS_BUFFER_AW(QueryServiceConfig2, 3, 4);
FAILS(ChangeServiceConfigW, "0 last_error", ERROR_SERVICE_MARKED_FOR_DELETE,
      serviceconf(the service), service(hService));
LIKE(ChangeServiceConfigA, ChangeServiceConfigW);
FAILS(ChangeServiceConfig2W, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_SERVICE_MARKED_FOR_DELETE, service(hService));
LIKE(ChangeServiceConfig2A, ChangeServiceConfig2W);
FAILS(QueryServiceObjectSecurity, "0 last_error", ERROR_INVALID_PARAMETER,
      servicebuffer(*pcbBytesNeeded), service(hService));
FAILS(SetServiceObjectSecurity, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_SERVICE_MARKED_FOR_DELETE, service(hService));
FAILS(EnumServicesStatusW, "0 last_error", ERROR_INVALID_PARAMETER,
      servicemore(*pcbBytesNeeded), manager(hSCManager));
LIKE(EnumServicesStatusA, EnumServicesStatusW);
LIKE(EnumServicesStatusExW, EnumServicesStatusW);
LIKE(EnumServicesStatusExA, EnumServicesStatusW);
HAS_BUFFER_AW(EnumServicesStatusEx, 5, 6);
FAILS(EnumDependentServicesW, "0 last_error", ERROR_INVALID_PARAMETER,
      servicemore(*pcbBytesNeeded), service(hService));
LIKE(EnumDependentServicesA, EnumDependentServicesW);
FAILS(GetServiceDisplayNameW, "0 last_error", ERROR_INSUFFICIENT_BUFFER, manager(hSCManager),
      servicename(lpServiceName));
LIKE(GetServiceDisplayNameA, GetServiceDisplayNameW);
FAILS(GetServiceKeyNameW, "0 last_error", ERROR_INSUFFICIENT_BUFFER, manager(hSCManager),
      servicename(lpDisplayName));
LIKE(GetServiceKeyNameA, GetServiceKeyNameW);
FAILS(LockServiceDatabase, "NULL last_error", ERROR_SERVICE_DATABASE_LOCKED,
      manager(hSCManager));
FAILS(UnlockServiceDatabase, "0 last_error", ERROR_INVALID_SERVICE_LOCK);
MEANS(UnlockServiceDatabase, ERROR_INVALID_SERVICE_LOCK, "ScLock is no lock that is held");
FAILS(QueryServiceLockStatusW, "0 last_error", servicebuffer(*pcbBytesNeeded),
      manager(hSCManager));
LIKE(QueryServiceLockStatusA, QueryServiceLockStatusW);
FAILS(NotifyBootConfigStatus, "0 last_error", ERROR_ACCESS_DENIED);
FAILS(NotifyServiceStatusChangeW, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER,
      ERROR_SERVICE_MARKED_FOR_DELETE, service(hService));
LIKE(NotifyServiceStatusChangeA, NotifyServiceStatusChangeW);

/* What a service itself calls. */
FAILS(StartServiceCtrlDispatcherW, "0 last_error, blocks",
      ERROR_FAILED_SERVICE_CONTROLLER_CONNECT, ERROR_INVALID_DATA,
      ERROR_SERVICE_ALREADY_RUNNING);
MEANS(StartServiceCtrlDispatcherW, ERROR_FAILED_SERVICE_CONTROLLER_CONNECT,
      "the program was not started as a service, but from a console, for instance");
MEANS(StartServiceCtrlDispatcherW, ERROR_INVALID_DATA, "the table is not valid");
MEANS(StartServiceCtrlDispatcherW, ERROR_SERVICE_ALREADY_RUNNING,
      "the process has called it already, and may do so once");
LIKE(StartServiceCtrlDispatcherA, StartServiceCtrlDispatcherW);
FAILS(RegisterServiceCtrlHandlerW, "NULL last_error", ERROR_NOT_ENOUGH_MEMORY,
      ERROR_SERVICE_NOT_IN_EXE);
MEANS(RegisterServiceCtrlHandlerW, ERROR_SERVICE_NOT_IN_EXE,
      "lpServiceName is not in the table that StartServiceCtrlDispatcher got");
LIKE(RegisterServiceCtrlHandlerA, RegisterServiceCtrlHandlerW);
LIKE(RegisterServiceCtrlHandlerExW, RegisterServiceCtrlHandlerW);
LIKE(RegisterServiceCtrlHandlerExA, RegisterServiceCtrlHandlerW);
CALLS_BACK(RegisterServiceCtrlHandlerW, 2, kept);
CALLS_BACK(RegisterServiceCtrlHandlerA, 2, kept);
CALLS_BACK(RegisterServiceCtrlHandlerExW, 2, kept);
CALLS_BACK(RegisterServiceCtrlHandlerExA, 2, kept);
FAILS(SetServiceStatus, "0 last_error", ERROR_INVALID_DATA, ERROR_INVALID_HANDLE);
MEANS(SetServiceStatus, ERROR_INVALID_DATA, "lpServiceStatus has a value that is not valid");
MEANS(SetServiceStatus, ERROR_INVALID_HANDLE,
      "hServiceStatus is none that RegisterServiceCtrlHandler gave");

/* The event log */
GROUP(eventlog, ERROR_INVALID_HANDLE, "$ is no handle of an open event log")
GROUP(backuplog, ERROR_FILE_EXISTS, "$ exists: nothing is written over")
FAILS(OpenEventLogW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      RPC_S_SERVER_UNAVAILABLE);
LIKE(OpenEventLogA, OpenEventLogW);
FAILS(OpenBackupEventLogW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_EVENTLOG_FILE_CORRUPT,
      ERROR_FILE_NOT_FOUND);
MEANS(OpenBackupEventLogW, ERROR_EVENTLOG_FILE_CORRUPT, "lpFileName holds no event log");
MEANS(OpenBackupEventLogW, ERROR_FILE_NOT_FOUND, "lpFileName does not exist");
LIKE(OpenBackupEventLogA, OpenBackupEventLogW);
FAILS(CloseEventLog, "0 last_error", eventlog(hEventLog));
FAILS(ReadEventLogW, "0 last_error", ERROR_EVENTLOG_FILE_CHANGED, ERROR_EVENTLOG_FILE_CORRUPT,
      ERROR_HANDLE_EOF, ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER,
      eventlog(hEventLog));
MEANS(ReadEventLogW, ERROR_EVENTLOG_FILE_CHANGED,
      "the log was cleared since the last read: begin again");
MEANS(ReadEventLogW, ERROR_HANDLE_EOF, "there are no further records in this direction");
MEANS(ReadEventLogW, ERROR_INSUFFICIENT_BUFFER,
      "*pnMinNumberOfBytesNeeded says what the next record takes: lpBuffer is too small");
MEANS(ReadEventLogW, ERROR_INVALID_PARAMETER,
      "dwReadFlags lacks a way to read or a direction, or dwRecordOffset is no record");
LIKE(ReadEventLogA, ReadEventLogW);
HAS_BUFFER(ReadEventLogW, 4, 5);
HAS_BUFFER(ReadEventLogA, 4, 5);
FAILS(ClearEventLogW, "0 last_error", ERROR_ACCESS_DENIED, backuplog(lpBackupFileName),
      eventlog(hEventLog));
LIKE(ClearEventLogA, ClearEventLogW);
FAILS(BackupEventLogW, "0 last_error", ERROR_ACCESS_DENIED, backuplog(lpBackupFileName),
      eventlog(hEventLog));
LIKE(BackupEventLogA, BackupEventLogW);
FAILS(GetNumberOfEventLogRecords, "0 last_error", eventlog(hEventLog));
FAILS(GetOldestEventLogRecord, "0 last_error", eventlog(hEventLog));
FAILS(GetEventLogInformation, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_LEVEL,
      eventlog(hEventLog));
HAS_BUFFER(GetEventLogInformation, 3, 4);
FAILS(NotifyChangeEventLog, "0 last_error", eventlog(hEventLog));
MEANS(NotifyChangeEventLog, ERROR_INVALID_HANDLE,
      "hEvent is no event, or hEventLog no handle of a log on this computer");
FAILS(RegisterEventSourceW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      RPC_S_SERVER_UNAVAILABLE);
LIKE(RegisterEventSourceA, RegisterEventSourceW);
FAILS(DeregisterEventSource, "0 last_error", eventlog(hEventLog));
FAILS(ReportEventW, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_LOG_FILE_FULL,
      eventlog(hEventLog));
MEANS(ReportEventW, ERROR_LOG_FILE_FULL, "the log is full, and old records are not to go");
LIKE(ReportEventA, ReportEventW);
HAS_ARRAY_AW(ReportEvent, 8, 6);
HAS_BUFFER_AW(ReportEvent, 9, 7);
