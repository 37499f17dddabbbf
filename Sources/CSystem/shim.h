// What of Linux and glibc Swift's Glibc module does not have.
#pragma once
#define _GNU_SOURCE 1
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <pty.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <signal.h>
#include <wchar.h>

/// The environment, which Swift 6 takes for shared mutable state.
extern char **environ;
static inline char **ibid_environment(void) { return environ; }
/// A new session for a spawned program: POSIX_SPAWN_SETSID, which glibc has for _GNU_SOURCE only.
static inline short ibid_spawn_new_session(void) { return 0x80; }
