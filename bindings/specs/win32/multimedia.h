/* winmm: times, sounds, waves, MIDI, mixers, joysticks, MCI and RIFF files. */
EACH_MEANS(MMSYSERR_NOMEM, "no memory could be had or locked for it")
EACH_MEANS(MMSYSERR_INVALPARAM, "a pointer, a size or another parameter is not valid")
EACH_MEANS(MMSYSERR_NOTENABLED, "the driver could not be made ready")
EACH_MEANS(MMSYSERR_NODRIVER, "the device has no driver")
EACH_MEANS(MMSYSERR_NOTSUPPORTED, "the device does not support this")
GROUP(mmhandle, MMSYSERR_INVALHANDLE, "$ is not, or no longer, the handle of an open device")
GROUP(mmdevice, MMSYSERR_BADDEVICEID, "$ is no number of a device that is there")
GROUP(mmdevice, MMSYSERR_NODRIVER, "the device $ has no driver")
GROUP(busy, MMSYSERR_ALLOCATED,
      "somebody has the device $ open already, and it takes no second one")

/* Times */
FAILS(timeBeginPeriod, "nonzero result/TIMERR_", TIMERR_NOCANDO);
MEANS(timeBeginPeriod, TIMERR_NOCANDO, "uPeriod is out of the range that timeGetDevCaps tells");
FAILS(timeEndPeriod, "nonzero result/TIMERR_", TIMERR_NOCANDO);
MEANS(timeEndPeriod, TIMERR_NOCANDO,
      "uPeriod is out of range, or not what timeBeginPeriod was told before");
FAILS(timeGetDevCaps, "nonzero result/MMSYSERR_", TIMERR_NOCANDO);
MEANS(timeGetDevCaps, TIMERR_NOCANDO, "ptc is NULL, or cbtc is not the size of the struct");
FAILS(timeGetSystemTime, "nonzero result/TIMERR_");
NEVER_FAILS(timeGetTime);
FAILS(timeSetEvent, "0 none");
CALLS_BACK(timeSetEvent, 3, kept);
FAILS(timeKillEvent, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, TIMERR_NOCANDO);
MEANS(timeKillEvent, MMSYSERR_INVALPARAM, "no timer event has the number uTimerID any more");
MEANS(timeKillEvent, TIMERR_NOCANDO, "no timer event has the number uTimerID any more");

/* Sounds */
FAILS(PlaySoundW, "0 none, blocks");
LIKE(PlaySoundA, PlaySoundW);
FAILS(sndPlaySoundW, "0 none, blocks");
LIKE(sndPlaySoundA, sndPlaySoundW);

/* Waves */
GROUP(waveformat, WAVERR_BADFORMAT, "the device $ can't do the format in pwfx")
GROUP(prepared, WAVERR_UNPREPARED, "$ was not prepared by the function for that")
GROUP(playing, WAVERR_STILLPLAYING, "$ is still in the queue of the device")
NEVER_FAILS(waveOutGetNumDevs);
NEVER_FAILS(waveInGetNumDevs);
FAILS(waveOutGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, mmdevice(uDeviceID));
HAS_BUFFER(waveOutGetDevCapsW, 2, 3);
LIKE(waveOutGetDevCapsA, waveOutGetDevCapsW);
HAS_BUFFER(waveOutGetDevCapsA, 2, 3);
FAILS(waveInGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, mmdevice(uDeviceID));
HAS_BUFFER(waveInGetDevCapsW, 2, 3);
LIKE(waveInGetDevCapsA, waveInGetDevCapsW);
HAS_BUFFER(waveInGetDevCapsA, 2, 3);
FAILS(waveOutOpen, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, WAVERR_SYNC, busy(uDeviceID),
      mmdevice(uDeviceID), waveformat(uDeviceID));
MEANS(waveOutOpen, WAVERR_SYNC, "the device only plays while the call waits: WAVE_ALLOWSYNC");
FAILS(waveInOpen, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, busy(uDeviceID),
      mmdevice(uDeviceID), waveformat(uDeviceID));
FAILS(waveOutClose, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwo), playing(a buffer));
FAILS(waveInClose, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwi), playing(a buffer));
FAILS(waveOutPrepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwo));
HAS_BUFFER(waveOutPrepareHeader, 2, 3);
FAILS(waveInPrepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwi));
HAS_BUFFER(waveInPrepareHeader, 2, 3);
FAILS(waveOutUnprepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwo), playing(pwh));
HAS_BUFFER(waveOutUnprepareHeader, 2, 3);
FAILS(waveInUnprepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwi), playing(pwh));
HAS_BUFFER(waveInUnprepareHeader, 2, 3);
FAILS(waveOutWrite, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwo), prepared(pwh));
HAS_BUFFER(waveOutWrite, 2, 3);
FAILS(waveInAddBuffer, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwi), prepared(pwh));
HAS_BUFFER(waveInAddBuffer, 2, 3);
FAILS(waveOutPause, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      MMSYSERR_NOTSUPPORTED, mmhandle(hwo));
LIKE(waveOutRestart, waveOutPause);
LIKE(waveOutReset, waveOutPause);
LIKE(waveOutBreakLoop, waveOutPause);
LIKE(waveOutGetPosition, waveOutPause);
LIKE(waveOutGetVolume, waveOutPause);
LIKE(waveOutSetVolume, waveOutPause);
LIKE(waveOutGetPitch, waveOutPause);
LIKE(waveOutSetPitch, waveOutPause);
LIKE(waveOutGetPlaybackRate, waveOutPause);
LIKE(waveOutSetPlaybackRate, waveOutPause);
LIKE(waveOutGetID, waveOutPause);
FAILS(waveInStart, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      mmhandle(hwi));
LIKE(waveInStop, waveInStart);
LIKE(waveInReset, waveInStart);
LIKE(waveInGetPosition, waveInStart);
LIKE(waveInGetID, waveInStart);
GROUP(errortext, MMSYSERR_BADERRNUM, "$ is no code of these functions")
FAILS(waveOutGetErrorTextW, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      errortext(mmrError));
HAS_ARRAY(waveOutGetErrorTextW, 2, 3);
LIKE(waveOutGetErrorTextA, waveOutGetErrorTextW);
HAS_ARRAY(waveOutGetErrorTextA, 2, 3);
FAILS(waveInGetErrorTextW, "nonzero result/MMSYSERR_", MMSYSERR_NODRIVER, MMSYSERR_NOMEM,
      errortext(mmrError));
HAS_ARRAY(waveInGetErrorTextW, 2, 3);
LIKE(waveInGetErrorTextA, waveInGetErrorTextW);
HAS_ARRAY(waveInGetErrorTextA, 2, 3);

/* MIDI */
GROUP(midiprepared, MIDIERR_UNPREPARED, "$ was not prepared by the function for that")
GROUP(midiplaying, MIDIERR_STILLPLAYING, "$ is still in the queue of the device")
NEVER_FAILS(midiOutGetNumDevs);
NEVER_FAILS(midiInGetNumDevs);
FAILS(midiOutGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      mmdevice(uDeviceID));
HAS_BUFFER(midiOutGetDevCapsW, 2, 3);
LIKE(midiOutGetDevCapsA, midiOutGetDevCapsW);
HAS_BUFFER(midiOutGetDevCapsA, 2, 3);
FAILS(midiInGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      mmdevice(uDeviceID));
HAS_BUFFER(midiInGetDevCapsW, 2, 3);
LIKE(midiInGetDevCapsA, midiInGetDevCapsW);
HAS_BUFFER(midiInGetDevCapsA, 2, 3);
FAILS(midiOutOpen, "nonzero result/MMSYSERR_", MIDIERR_NODEVICE, MMSYSERR_INVALPARAM,
      MMSYSERR_NOMEM, busy(uDeviceID), mmdevice(uDeviceID));
MEANS(midiOutOpen, MIDIERR_NODEVICE, "the MIDI mapper has a port that no device is behind");
FAILS(midiInOpen, "nonzero result/MMSYSERR_", MMSYSERR_INVALFLAG, MMSYSERR_INVALPARAM,
      MMSYSERR_NOMEM, busy(uDeviceID), mmdevice(uDeviceID));
MEANS(midiInOpen, MMSYSERR_INVALFLAG, "fdwOpen has flags that are unknown here");
FAILS(midiOutClose, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, midiplaying(a buffer),
      mmhandle(hmo));
FAILS(midiInClose, "nonzero result/MMSYSERR_", MMSYSERR_NOMEM, midiplaying(a buffer),
      mmhandle(hmi));
FAILS(midiOutShortMsg, "nonzero result/MMSYSERR_", MIDIERR_BADOPENMODE, MIDIERR_NOTREADY,
      mmhandle(hmo));
MEANS(midiOutShortMsg, MIDIERR_BADOPENMODE, "dwMsg has no status byte, and hmo is a stream");
MEANS(midiOutShortMsg, MIDIERR_NOTREADY, "the device is busy with other data");
FAILS(midiOutLongMsg, "nonzero result/MMSYSERR_", MIDIERR_NOTREADY, MMSYSERR_INVALPARAM,
      midiprepared(pmh), mmhandle(hmo));
MEANS(midiOutLongMsg, MIDIERR_NOTREADY, "the device is busy with other data");
HAS_BUFFER(midiOutLongMsg, 2, 3);
FAILS(midiOutReset, "nonzero result/MMSYSERR_", mmhandle(hmo));
FAILS(midiOutPrepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      mmhandle(hmo));
FAILS(midiOutUnprepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM,
      midiplaying(pmh), mmhandle(hmo));
FAILS(midiInPrepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      mmhandle(hmi));
FAILS(midiInUnprepareHeader, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM,
      midiplaying(pmh), mmhandle(hmi));
FAILS(midiInAddBuffer, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      midiplaying(pmh), midiprepared(pmh), mmhandle(hmi));
FAILS(midiInStart, "nonzero result/MMSYSERR_", mmhandle(hmi));
LIKE(midiInStop, midiInStart);
LIKE(midiInReset, midiInStart);
FAILS(midiOutGetErrorTextW, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM,
      errortext(mmrError));
HAS_ARRAY(midiOutGetErrorTextW, 2, 3);
LIKE(midiOutGetErrorTextA, midiOutGetErrorTextW);
HAS_ARRAY(midiOutGetErrorTextA, 2, 3);
FAILS(midiInGetErrorTextW, "nonzero result/MMSYSERR_", MMSYSERR_INVALPARAM, MMSYSERR_NOMEM,
      errortext(mmrError));
HAS_ARRAY(midiInGetErrorTextW, 2, 3);
LIKE(midiInGetErrorTextA, midiInGetErrorTextW);
HAS_ARRAY(midiInGetErrorTextA, 2, 3);

/* Mixers, auxiliary devices, joysticks */
GROUP(mixerobject, MMSYSERR_INVALHANDLE, "$ is not a handle of the kind that the flags say")
GROUP(mixerobject, MMSYSERR_BADDEVICEID, "$ is no number of a device of the kind in the flags")
GROUP(mixerobject, MMSYSERR_INVALFLAG, "the flags hold a bit that is unknown here")
GROUP(mixerobject, MMSYSERR_INVALPARAM, "a member of the struct is not valid")
GROUP(mixerobject, MMSYSERR_NODRIVER, "no mixer belongs to the object $")
GROUP(mixerline, MIXERR_INVALLINE, "the mixer has no such line")
GROUP(mixercontrol, MIXERR_INVALCONTROL, "the mixer has no such control")
NEVER_FAILS(mixerGetNumDevs);
FAILS(mixerGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_BADDEVICEID, MMSYSERR_INVALHANDLE,
      MMSYSERR_INVALPARAM);
MEANS(mixerGetDevCapsW, MMSYSERR_BADDEVICEID, "uMxId is no number of a mixer that is there");
MEANS(mixerGetDevCapsW, MMSYSERR_INVALHANDLE, "uMxId is not, or no longer, an open mixer");
LIKE(mixerGetDevCapsA, mixerGetDevCapsW);
FAILS(mixerOpen, "nonzero result/MMSYSERR_", MMSYSERR_INVALFLAG, MMSYSERR_INVALHANDLE,
      MMSYSERR_INVALPARAM, MMSYSERR_NOMEM, busy(uMxId), mmdevice(uMxId));
MEANS(mixerOpen, MMSYSERR_INVALFLAG, "fdwOpen holds a bit that is unknown here");
MEANS(mixerOpen, MMSYSERR_INVALHANDLE, "uMxId is not a handle of the kind that fdwOpen says");
FAILS(mixerClose, "nonzero result/MMSYSERR_", mmhandle(hmx));
FAILS(mixerGetID, "nonzero result/MMSYSERR_", mixerobject(hmxobj));
FAILS(mixerGetLineInfoW, "nonzero result/MMSYSERR_", mixerline(hmxobj), mixerobject(hmxobj));
LIKE(mixerGetLineInfoA, mixerGetLineInfoW);
FAILS(mixerGetLineControlsW, "nonzero result/MMSYSERR_", mixercontrol(hmxobj),
      mixerline(hmxobj), mixerobject(hmxobj));
LIKE(mixerGetLineControlsA, mixerGetLineControlsW);
FAILS(mixerGetControlDetailsW, "nonzero result/MMSYSERR_", mixercontrol(hmxobj),
      mixerobject(hmxobj));
LIKE(mixerGetControlDetailsA, mixerGetControlDetailsW);
FAILS(mixerSetControlDetails, "nonzero result/MMSYSERR_", MMSYSERR_NOTENABLED,
      mixercontrol(hmxobj), mixerobject(hmxobj));
NEVER_FAILS(auxGetNumDevs);
FAILS(auxGetDevCapsW, "nonzero result/MMSYSERR_", MMSYSERR_BADDEVICEID);
MEANS(auxGetDevCapsW, MMSYSERR_BADDEVICEID, "uDeviceID is no number of a device that is there");
LIKE(auxGetDevCapsA, auxGetDevCapsW);
FAILS(auxGetVolume, "nonzero result/MMSYSERR_", MMSYSERR_BADDEVICEID);
MEANS(auxGetVolume, MMSYSERR_BADDEVICEID, "uDeviceID is no number of a device that is there");
FAILS(auxSetVolume, "nonzero result/MMSYSERR_", MMSYSERR_BADDEVICEID);
MEANS(auxSetVolume, MMSYSERR_BADDEVICEID, "uDeviceID is no number of a device that is there");
GROUP(joystick, JOYERR_PARMS, "$ is no joystick, or another parameter is not valid")
GROUP(joystick, MMSYSERR_NODRIVER, "there is no driver for joysticks")
GROUP(plugged, JOYERR_UNPLUGGED, "the joystick $ is not connected")
NEVER_FAILS(joyGetNumDevs);
FAILS(joyGetDevCapsW, "nonzero result/JOYERR_", MMSYSERR_INVALPARAM, joystick(uJoyID));
HAS_BUFFER(joyGetDevCapsW, 2, 3);
LIKE(joyGetDevCapsA, joyGetDevCapsW);
HAS_BUFFER(joyGetDevCapsA, 2, 3);
FAILS(joyGetPos, "nonzero result/JOYERR_", MMSYSERR_INVALPARAM, joystick(uJoyID),
      plugged(uJoyID));
FAILS(joyGetPosEx, "nonzero result/JOYERR_", MMSYSERR_BADDEVICEID, MMSYSERR_INVALPARAM,
      joystick(uJoyID), plugged(uJoyID));
MEANS(joyGetPosEx, MMSYSERR_BADDEVICEID, "no joystick has the number uJoyID");

/* MCI: commands in text or in structs; "wait" or MCI_WAIT waits until all is played. */
GROUP(mci, MCIERR_CANNOT_LOAD_DRIVER, "the device's driver is missing or damaged")
GROUP(mci, MCIERR_DEVICE_OPEN, "the name of the device is in use: take another alias")
GROUP(mci, MCIERR_INVALID_DEVICE_NAME, "no device of this name is open or known")
GROUP(mci, MCIERR_UNRECOGNIZED_COMMAND, "the device does not know this command")
GROUP(mcitext, MCIERR_FILE_NOT_FOUND, "the file that $ names can't be found")
GROUP(mcitext, MCIERR_PARAM_OVERFLOW, "the answer is too long for uReturnLength")
GROUP(mcitext, MCIERR_UNRECOGNIZED_KEYWORD, "a word in $ is unknown for this command")
FAILS(mciSendStringW, "nonzero result/MCIERR_, blocks", mci(lpstrCommand),
      mcitext(lpstrCommand));
HAS_ARRAY(mciSendStringW, 2, 3);
LIKE(mciSendStringA, mciSendStringW);
HAS_ARRAY(mciSendStringA, 2, 3);
FAILS(mciSendCommandW, "nonzero result/MCIERR_, blocks", mci(mciId));
LIKE(mciSendCommandA, mciSendCommandW);
FAILS(mciGetErrorStringW, "0 none");
HAS_ARRAY(mciGetErrorStringW, 2, 3);
LIKE(mciGetErrorStringA, mciGetErrorStringW);
HAS_ARRAY(mciGetErrorStringA, 2, 3);
FAILS(mciGetDeviceIDW, "0 none");
LIKE(mciGetDeviceIDA, mciGetDeviceIDW);

/* RIFF files */
FAILS(mmioOpenW, "NULL none");
LIKE(mmioOpenA, mmioOpenW);
FAILS(mmioClose, "nonzero result/MMIOERR_");
FAILS(mmioRead, "-1 none");
HAS_BUFFER(mmioRead, 2, 3);
FAILS(mmioWrite, "-1 none");
HAS_BUFFER(mmioWrite, 2, 3);
FAILS(mmioSeek, "-1 none");
FAILS(mmioFlush, "nonzero result/MMIOERR_", MMIOERR_CANNOTWRITE);
MEANS(mmioFlush, MMIOERR_CANNOTWRITE, "what is in the buffer could not be written");
FAILS(mmioGetInfo, "nonzero result/MMIOERR_");
FAILS(mmioSetInfo, "nonzero result/MMIOERR_");
FAILS(mmioDescend, "nonzero result/MMIOERR_", MMIOERR_CANNOTSEEK, MMIOERR_CHUNKNOTFOUND,
      MMIOERR_INVALIDFILE);
MEANS(mmioDescend, MMIOERR_CHUNKNOTFOUND,
      "no such chunk is there before the end of pmmckiParent, or of the file");
FAILS(mmioAscend, "nonzero result/MMIOERR_", MMIOERR_CANNOTSEEK, MMIOERR_CANNOTWRITE);
FAILS(mmioCreateChunk, "nonzero result/MMIOERR_", MMIOERR_CANNOTSEEK, MMIOERR_CANNOTWRITE);
EACH_MEANS(MMIOERR_CANNOTSEEK, "the place in the file could not be found or reached")
EACH_MEANS(MMIOERR_CANNOTWRITE, "the file could not be written")
EACH_MEANS(MMIOERR_INVALIDFILE, "the file is not a valid RIFF file")
NEVER_FAILS(mmioStringToFOURCCW);
NEVER_FAILS(mmioStringToFOURCCA);
