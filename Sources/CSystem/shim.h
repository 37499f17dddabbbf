// What of Linux and glibc Swift's Glibc module does not have. Without _GNU_SOURCE: it gives fd_set other members than that
// module's, and no file can import both.
#pragma once
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
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/// The environment, which Swift 6 takes for shared mutable state.
extern char **environ;
extern int wcwidth(wchar_t c);
static inline char **ibid_environment(void) { return environ; }
/// A new session for a spawned program: POSIX_SPAWN_SETSID, which glibc has for _GNU_SOURCE only.
static inline short ibid_spawn_new_session(void) { return 0x80; }
/// A spawned program is given no descriptor from this one on, whoever forgot to mark it.
static inline void ibid_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  posix_spawn_file_actions_addclosefrom_np(actions, first);
}

/// What a fault's handler needs: no more than it can do in one. Statics live in functions, since only these are imported.
struct ibid_guard {
  int output;
  struct termios before;
  unsigned char farewell[512];
  size_t length;
  unsigned char stack[16384];
};

static inline struct ibid_guard *ibid_guarded(void) {
  static struct ibid_guard guard;
  return &guard;
}

/// Gives the terminal back, and ends as the fault would have ended the program.
static inline void ibid_fault(int number) {
  struct ibid_guard *guard = ibid_guarded();
  if (write(guard->output, guard->farewell, guard->length) < 0) { /* there is nobody to tell */ }
  tcsetattr(guard->output, TCSANOW, &guard->before);
  raise(number);
}

static inline void ibid_on_faults(void (*handler)(int)) {
  static const int faults[] = { SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS };
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  if (handler != SIG_DFL) action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigaction(faults[i], &action, NULL);
}

/// From now on a fault writes these bytes and sets the driver back. The handler has a stack of its own: a fault may be
/// that the program's is full.
static inline void ibid_arm(int output, const struct termios *before, const unsigned char *bytes, size_t length) {
  struct ibid_guard *guard = ibid_guarded();
  guard->output = output;
  guard->before = *before;
  guard->length = length < sizeof guard->farewell ? length : sizeof guard->farewell;
  memcpy(guard->farewell, bytes, guard->length);
  stack_t stack = { .ss_sp = guard->stack, .ss_size = sizeof guard->stack };
  sigaltstack(&stack, NULL);
  ibid_on_faults(ibid_fault);
}

static inline void ibid_disarm(void) { ibid_on_faults(SIG_DFL); }
