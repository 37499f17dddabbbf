// What of Linux and glibc Swift's Glibc module does not have.
#pragma once
#define _GNU_SOURCE 1
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <pty.h>
#include <spawn.h>
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
/// A spawned program is given no descriptor from this one on, whoever forgot to mark it.
static inline void ibid_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  posix_spawn_file_actions_addclosefrom_np(actions, first);
}
