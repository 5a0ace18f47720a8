/*
 * <pwd.h>, <grp.h>, <shadow.h>, <gshadow.h>, <utmp.h>, <utmpx.h>, <mntent.h>, <fstab.h>,
 * <ttyent.h>, <aliases.h>: databases of users, and files of lines. Where NULL says that there is
 * no such entry, or no further one, errno stays 0, but for streams: there the end is ENOENT. The
 * functions with _r result in 0, with NULL in *result, for no such entry, in ENOENT at the end.
 */
GROUP(database, EAGAIN, "a service that knows the $ can't be reached at present")
GROUP(database, EINTR, "a signal handler ran while the $ were searched")
GROUP(database, EIO, "the database of $ could not be read")
GROUP(database, ENOENT, "there is no database of $")
GROUP(database, ENOMEM, "no memory is left for an entry of the $")
GROUP(further, EAGAIN, "a service that knows the $ can't be reached at present")
GROUP(further, ENOENT, "there are no more $, or they can't be read")
GROUP(large, ERANGE, "an entry of the $ does not fit into the buffer")
GROUP(next_entry, EBADF, "stream is not open for reading")
GROUP(next_entry, EIO, "stream could not be read")
GROUP(next_entry, EISDIR, "stream is a directory")
GROUP(next_entry, ENOENT, "stream has no more $")
GROUP(next_entry, ESPIPE,
      "stream is a pipe or the like, which can't go back to read an entry again")
GROUP(put_entry, EBADF, "$ is not open for writing")
GROUP(put_entry, EINVAL,
      "the entry or $ is NULL, or a text holds what would end it: colon or newline")
GROUP(text_file, EACCES, "the caller may not read $")
GROUP(text_file, ENOENT, "$ does not exist")
GROUP(text_file, ENOMEM, "no memory is left for a line of $")

/* <pwd.h> */
NEVER_FAILS(setpwent);
NEVER_FAILS(endpwent);
FAILS(getpwnam, "NULL errno, clear, eintr=retry, blocks", EMFILE, ENFILE, database(users));
LIKE(getpwuid, getpwnam);
LIKE(getpwent, getpwnam);
MEANS(getpwent, EHOSTDOWN,
      "a service that nsswitch.conf names does not run: users may be missing");
FAILS(getpwnam_r, "nonzero result, eintr=retry, blocks", EMFILE, ENFILE, database(users),
      large(users));
LIKE(getpwuid_r, getpwnam_r);
FAILS(getpwent_r, "nonzero result, blocks", further(users), large(users));
FAILS(fgetpwent, "NULL errno, clear, blocks", ENOMEM, next_entry(users));
FAILS(fgetpwent_r, "nonzero result, blocks", large(users), next_entry(users));
FAILS(putpwent, "-1 errno, blocks", EIO, ENOSPC, put_entry(f));
FAILS(getpw, "-1 errno, clear, eintr=retry, blocks", EINVAL, EMFILE, ENFILE, database(users),
      large(users));
MEANS(getpw, EINVAL, "buffer is NULL");
REFUSE(getpw, "it writes a line of any length into buffer; call getpwuid");

/* <grp.h> */
NEVER_FAILS(setgrent);
NEVER_FAILS(endgrent);
FAILS(getgrnam, "NULL errno, clear, eintr=retry, blocks", EMFILE, ENFILE, database(groups));
LIKE(getgrgid, getgrnam);
LIKE(getgrent, getgrnam);
MEANS(getgrent, EHOSTDOWN,
      "a service that nsswitch.conf names does not run: groups may be missing");
FAILS(getgrnam_r, "nonzero result, eintr=retry, blocks", EMFILE, ENFILE, database(groups),
      large(groups));
LIKE(getgrgid_r, getgrnam_r);
FAILS(getgrent_r, "nonzero result, blocks", further(groups), large(groups));
FAILS(fgetgrent, "NULL errno, clear, blocks", ENOMEM, next_entry(groups));
FAILS(fgetgrent_r, "nonzero result, blocks", large(groups), next_entry(groups));
FAILS(putgrent, "-1 errno, blocks", EIO, ENOSPC, put_entry(f));
FAILS(setgroups, "-1 errno", EINVAL, ENOMEM, EPERM, memory(groups));
MEANS(setgroups, EINVAL, "n is more than 65536 (NGROUPS_MAX)");
MEANS(setgroups, EPERM, "the caller lacks CAP_SETGID, or its user namespace forbids setgroups");
FAILS(getgrouplist, "-1 none, blocks");
FAILS(initgroups, "-1 errno, blocks", ENOMEM, EPERM);
MEANS(initgroups, EPERM, "the caller lacks CAP_SETGID, or its user namespace forbids setgroups");

/* <shadow.h>; lckpwdf leaves no code where the process has the lock already. */
NEVER_FAILS(setspent);
NEVER_FAILS(endspent);
FAILS(getspnam, "NULL errno, clear, eintr=retry, blocks", EACCES, EMFILE, ENFILE,
      database(shadow passwords));
MEANS(getspnam, EACCES, "the caller may not read the shadow passwords");
LIKE(getspent, getspnam);
MEANS(getspent, EHOSTDOWN,
      "a service that nsswitch.conf names does not run: entries may be missing");
FAILS(getspnam_r, "nonzero result, eintr=retry, blocks", EACCES, EMFILE, ENFILE,
      database(shadow passwords), large(shadow passwords));
MEANS(getspnam_r, EACCES, "the caller may not read the shadow passwords");
FAILS(getspent_r, "nonzero result, blocks", further(shadow passwords), large(shadow passwords));
FAILS(sgetspent, "NULL errno, clear", ENOMEM);
FAILS(sgetspent_r, "nonzero result", ERANGE);
MEANS(sgetspent_r, ERANGE, "the entry does not fit into the buflen bytes of buffer");
FAILS(fgetspent, "NULL errno, clear, blocks", ENOMEM, next_entry(shadow passwords));
FAILS(fgetspent_r, "nonzero result, blocks", large(shadow passwords),
      next_entry(shadow passwords));
FAILS(putspent, "-1 errno, blocks", EIO, ENOSPC, put_entry(stream));
FAILS(lckpwdf, "-1 errno, fresh, eintr=never, blocks", EACCES, EINTR, EMFILE, ENFILE);
MEANS(lckpwdf, EACCES, "the caller may not write to /etc/.pwd.lock");
MEANS(lckpwdf, EINTR, "another process held the lock for 15 seconds");
FAILS(ulckpwdf, "-1 none");

/* <gshadow.h> */
NEVER_FAILS(setsgent);
NEVER_FAILS(endsgent);
FAILS(getsgnam, "NULL errno, clear, eintr=retry, blocks", EACCES, EMFILE, ENFILE,
      database(shadow groups));
MEANS(getsgnam, EACCES, "the caller may not read the shadow groups");
LIKE(getsgent, getsgnam);
MEANS(getsgent, EHOSTDOWN,
      "a service that nsswitch.conf names does not run: entries may be missing");
FAILS(getsgnam_r, "nonzero result, eintr=retry, blocks", EACCES, EMFILE, ENFILE,
      database(shadow groups), large(shadow groups));
MEANS(getsgnam_r, EACCES, "the caller may not read the shadow groups");
FAILS(getsgent_r, "nonzero result, blocks", further(shadow groups), large(shadow groups));
LIKE(sgetsgent, sgetspent);
LIKE(sgetsgent_r, sgetspent_r);
FAILS(fgetsgent, "NULL errno, clear, blocks", ENOMEM, next_entry(shadow groups));
FAILS(fgetsgent_r, "nonzero result, blocks", large(shadow groups), next_entry(shadow groups));
FAILS(putsgent, "-1 errno, blocks", EIO, ENOSPC, put_entry(stream));

/* <utmp.h>: the functions without a result tell nobody when they fail. */
NEVER_FAILS(setutent);
NEVER_FAILS(endutent);
FAILS(login, "never, blocks");
FAILS(logwtmp, "never, blocks");
FAILS(updwtmp, "never, blocks");
#ifdef __GLIBC__
GROUP(records, EACCES, "the caller may not $ the file of logins")
GROUP(records, ENOENT, "there is no file of logins: /var/run/utmp, or what utmpname named")

FAILS(utmpname, "-1 errno", ENOMEM);
FAILS(getutent, "NULL errno, clear, blocks", EIO, EMFILE, ENFILE, ENOMEM, records(read));
FAILS(getutid, "NULL errno, blocks", EINVAL, EIO, EMFILE, ENFILE, ENOMEM, ESRCH, records(read));
MEANS(getutid, EINVAL, "id's ut_type is none that can be searched for");
MEANS(getutid, ESRCH, "no further record matches id");
FAILS(getutline, "NULL errno, blocks", EIO, EMFILE, ENFILE, ENOMEM, ESRCH, records(read));
MEANS(getutline, ESRCH, "no further record is of a login on line's ut_line");
FAILS(pututline, "NULL errno, blocks", EIO, EMFILE, ENFILE, ENOMEM, ENOSPC, records(write));
FAILS(getutent_r, "-1 errno, clear, blocks", EIO, EMFILE, ENFILE, ENOMEM, records(read));
FAILS(getutid_r, "-1 errno, blocks", EINVAL, EIO, EMFILE, ENFILE, ENOMEM, ESRCH, records(read));
MEANS(getutid_r, EINVAL, "id's ut_type is none that can be searched for");
MEANS(getutid_r, ESRCH, "no further record matches id");
FAILS(getutline_r, "-1 errno, blocks", EIO, EMFILE, ENFILE, ENOMEM, ESRCH, records(read));
MEANS(getutline_r, ESRCH, "no further record is of a login on line's ut_line");
FAILS(logout, "0 errno, blocks", EIO, EMFILE, ENFILE, ENOMEM, ESRCH, records(write));
MEANS(logout, ESRCH, "nobody is logged in on ut_line");
#else
FAILS(utmpname, "-1 errno", ENOTSUP);
MEANS(utmpname, ENOTSUP, "musl keeps no file of logins");
NEVER_FAILS(getutent);
NEVER_FAILS(getutid);
NEVER_FAILS(getutline);
NEVER_FAILS(pututline);
#endif

/* <utmpx.h> */
NEVER_FAILS(setutxent);
NEVER_FAILS(endutxent);
NEVER_FAILS(getutmp);
NEVER_FAILS(getutmpx);
NEVER_FAILS(updwtmpx);
LIKE(utmpxname, utmpname);
LIKE(getutxent, getutent);
LIKE(getutxid, getutid);
LIKE(getutxline, getutline);
LIKE(pututxline, pututline);

/* <mntent.h> */
FAILS(setmntent, "NULL errno, blocks", EINVAL, EISDIR, EMFILE, ENFILE, ENOMEM, EROFS, path(file));
MEANS(setmntent, EACCES, "the caller may not open file in this way, or not search its directory");
MEANS(setmntent, EINVAL, "mode does not begin with r, w or a");
MEANS(setmntent, EISDIR, "file is a directory, and mode asks for writing");
FAILS(getmntent, "NULL errno, clear, blocks", EBADF, EIO, ENOMEM);
MEANS(getmntent, EBADF, "stream is not open for reading");
FAILS(getmntent_r, "NULL errno, clear, blocks", EBADF, EIO);
MEANS(getmntent_r, EBADF, "stream is not open for reading");
FAILS(addmntent, "nonzero errno, blocks", EBADF, EIO, ENOSPC, ESPIPE);
MEANS(addmntent, EBADF, "stream is not open for writing");
MEANS(addmntent, ESPIPE, "stream is a pipe or the like, which has no end to be moved to");
NEVER_FAILS(endmntent);
NEVER_FAILS(hasmntopt);

/* <fstab.h>, <ttyent.h> */
FAILS(setfsent, "0 errno, blocks", EMFILE, ENFILE, text_file(/etc/fstab));
NEVER_FAILS(endfsent);
FAILS(getfsent, "NULL errno, clear, blocks", EMFILE, ENFILE, text_file(/etc/fstab));
LIKE(getfsfile, getfsent);
LIKE(getfsspec, getfsent);
FAILS(setttyent, "0 errno, blocks", EMFILE, ENFILE, text_file(/etc/ttys));
FAILS(endttyent, "0 errno, blocks", EIO);
FAILS(getttyent, "NULL errno, clear, blocks", EMFILE, ENFILE, text_file(/etc/ttys));
LIKE(getttynam, getttyent);

/* <aliases.h> */
NEVER_FAILS(setaliasent);
NEVER_FAILS(endaliasent);
FAILS(getaliasbyname, "NULL errno, clear, eintr=retry, blocks", EMFILE, ENFILE,
      database(mail aliases));
LIKE(getaliasent, getaliasbyname);
FAILS(getaliasbyname_r, "nonzero result, eintr=retry, blocks", EMFILE, ENFILE,
      database(mail aliases), large(mail aliases));
FAILS(getaliasent_r, "nonzero result, blocks", further(mail aliases), large(mail aliases));
