"""The users of this machine, read with getpwent.

At the end getpwent answers NULL, and NULL is its failure too: only errno, cleared before,
tells them apart. The table knows that: here the end is None, and a failure an OSError.

    python3 passwd.py
"""
from abidex.libc import endpwent, getpwent, setpwent

users = []
setpwent()
try:
    while (entry := getpwent()) is not None:
        # The next call writes over what entry shows: take what is needed.
        users.append((entry.pw_name, entry.pw_uid, entry.pw_dir))
finally:
    endpwent()

for name, uid, home in sorted(users, key=lambda user: user[1]):
    print(f'{uid:6} {name} lives in {home}')
print('root is there' if ('root', 0, '/root') in users else 'there is no root')
