#define _GNU_SOURCE 1
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

bool ibid_end_with_parent(void) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  // A parent that was gone before that has left its end of standard input closed.
  struct pollfd input = { STDIN_FILENO, 0, 0 };
  return poll(&input, 1, 0) <= 0 || !(input.revents & POLLHUP);
}

void ibid_close_from(unsigned first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0u, 0u) == 0) return;
#endif
  for (unsigned descriptor = first; descriptor < 1024; descriptor++) close((int)descriptor);
}

// Rights of files that Landlock knows, by the version of its interface (Linux's landlock.h): 1, 2 refer, 3 truncate, 5
// ioctl on devices.
static uint64_t known_rights(long version) {
  uint64_t rights = (1ull << 13) - 1;
  if (version >= 2) rights |= 1ull << 13;
  if (version >= 3) rights |= 1ull << 14;
  if (version >= 5) rights |= 1ull << 15;
  return rights;
}

// The ruleset as the newest kernels have it: older ones take the first fields, and look at nothing more.
struct ruleset {
  uint64_t files, network, scopes;
};
static const uint64_t bind_tcp = 1, abstract_sockets_and_signals = 3;

long ibid_landlock_version(void) {
  return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

bool ibid_allow_files(const char *const *paths, size_t count, bool runs) {
  long version = ibid_landlock_version();
  if (version < 1) return false;
  struct ruleset handled = {.files = known_rights(version)};
  size_t size = sizeof handled.files;
  if (version >= 4) {
    handled.network = bind_tcp;
    size = 2 * sizeof(uint64_t);
  }
  if (version >= 6) {
    handled.scopes = abstract_sockets_and_signals;
    size = sizeof handled;
  }
  int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, size, 0);
  if (rules < 0) return false;
  for (size_t index = 0; index < count; index++) {
    int place = open(paths[index], O_PATH | O_CLOEXEC);
    if (place < 0) continue;
    struct stat status;
    struct landlock_path_beneath_attr rule = {.parent_fd = place, .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE};
    if (fstat(place, &status) == 0 && S_ISDIR(status.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    if (runs) rule.allowed_access |= LANDLOCK_ACCESS_FS_EXECUTE;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(place);
  }
  bool done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return done;
}

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
// Old calls that only some machines have.
#ifdef __NR_open
#define OLD_CALLS                                                                                                   \
  __NR_stat, __NR_lstat, __NR_access, __NR_readlink, __NR_poll, __NR_select, __NR_pipe, __NR_time,       \
      __NR_getdents, __NR_epoll_create, __NR_epoll_wait, __NR_arch_prctl, __NR_dup2, __NR_getrlimit, __NR_alarm,
#else
#define OLD_CALLS
#endif

// What libc, the resolver's modules, TLS and the libraries' loader call.
static const uint32_t plain_calls[] = {
    OLD_CALLS __NR_read, __NR_write, __NR_readv, __NR_writev, __NR_pread64, __NR_lseek, __NR_close, __NR_close_range,
    __NR_fstat, __NR_newfstatat, __NR_statx, __NR_statfs, __NR_fstatfs, __NR_faccessat, __NR_faccessat2,
    __NR_readlinkat, __NR_getdents64, __NR_getcwd, __NR_fcntl, __NR_dup, __NR_dup3, __NR_ioctl, __NR_pipe2, __NR_ppoll,
    __NR_pselect6, __NR_epoll_create1, __NR_epoll_ctl, __NR_epoll_pwait, __NR_eventfd2, __NR_mmap, __NR_munmap,
    __NR_mprotect, __NR_mremap, __NR_madvise, __NR_brk, __NR_futex, __NR_set_robust_list, __NR_set_tid_address,
    __NR_rseq, __NR_membarrier, __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_sigaltstack,
    __NR_exit, __NR_exit_group, __NR_restart_syscall, __NR_getpid, __NR_getppid, __NR_gettid,
    __NR_getuid, __NR_geteuid, __NR_getgid, __NR_getegid, __NR_getrandom, __NR_clock_gettime, __NR_clock_getres,
    __NR_clock_nanosleep, __NR_nanosleep, __NR_gettimeofday, __NR_uname, __NR_sysinfo,
    __NR_getrusage, __NR_sched_yield, __NR_sched_getaffinity, __NR_getcpu, __NR_prctl, __NR_fadvise64,
};
static const uint32_t network_calls[] = {
    __NR_connect, __NR_bind, __NR_getsockname, __NR_getpeername, __NR_setsockopt, __NR_getsockopt, __NR_shutdown,
    __NR_sendto, __NR_recvfrom, __NR_sendmsg, __NR_recvmsg, __NR_sendmmsg, __NR_recvmmsg, __NR_socketpair,
};
// Internet, and what name lookup asks the kernel for: its addresses. No local sockets: behind them stand the session's
// bus and agents, which do what they are told; name lookup goes on without its daemons.
static const uint32_t families[] = {AF_INET, AF_INET6, AF_NETLINK};
// Calls whose first argument is a process: this one, or 0 for it.
static const uint32_t process_calls[] = {__NR_tgkill, __NR_prlimit64};

#define ENTRIES(table) (sizeof(table) / sizeof *(table))
#define REFUSE (SECCOMP_RET_ERRNO | ENOSYS)

struct filter {
  struct sock_filter steps[2 * (ENTRIES(plain_calls) + ENTRIES(network_calls) + ENTRIES(families)) + 64];
  unsigned short count;
};

static void add(struct filter *filter, uint16_t code, uint32_t value, uint8_t yes, uint8_t no) {
  filter->steps[filter->count++] = (struct sock_filter){code, yes, no, value};
}

static void answer_if(struct filter *filter, uint32_t value, uint32_t answer) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
  add(filter, BPF_RET | BPF_K, answer, 0, 0);
}

static void load(struct filter *filter, size_t offset) {
  add(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

// The low half of an argument: both machines have it first.
static void load_argument(struct filter *filter, size_t index) {
  load(filter, offsetof(struct seccomp_data, args) + 8 * index);
}

// What follows, `steps` long and ending with an answer, is for this call alone.
static void begin_call(struct filter *filter, uint32_t call, uint8_t steps) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, call, 0, steps);
}

// Files are opened for reading: neither written, nor made, nor cut.
static void answer_open(struct filter *filter) {
  begin_call(filter, __NR_openat, 4);
  load_argument(filter, 2);
  add(filter, BPF_JMP | BPF_JSET | BPF_K, O_ACCMODE | O_CREAT | O_TRUNC, 0, 1);
  add(filter, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES, 0, 0);
  add(filter, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
}

static void answer_own(struct filter *filter, uint32_t call) {
  begin_call(filter, call, 6);
  load_argument(filter, 0);
  answer_if(filter, 0, SECCOMP_RET_ALLOW);
  answer_if(filter, (uint32_t)getpid(), SECCOMP_RET_ALLOW);
  add(filter, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
}

// A thread, never a process. clone3 keeps its flags where a filter cannot look: libc then takes clone.
static void answer_clone(struct filter *filter) {
  begin_call(filter, __NR_clone, 4);
  load_argument(filter, 0);
  add(filter, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
  add(filter, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
  add(filter, BPF_RET | BPF_K, REFUSE, 0, 0);
}

// A socket, by its family.
static void answer_socket(struct filter *filter) {
  begin_call(filter, __NR_socket, 2 * ENTRIES(families) + 2);
  load_argument(filter, 0);
  for (size_t index = 0; index < ENTRIES(families); index++)
    answer_if(filter, families[index], SECCOMP_RET_ALLOW);
  add(filter, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EAFNOSUPPORT, 0, 0);
}

bool ibid_allow_calls(bool talks, bool runs) {
  struct filter filter = {.count = 0};
  load(&filter, offsetof(struct seccomp_data, arch));
  add(&filter, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
  add(&filter, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
  load(&filter, offsetof(struct seccomp_data, nr));
  for (size_t index = 0; index < ENTRIES(plain_calls); index++)
    answer_if(&filter, plain_calls[index], SECCOMP_RET_ALLOW);
  if (runs) answer_if(&filter, __NR_execve, SECCOMP_RET_ALLOW);
  if (talks) {
    for (size_t index = 0; index < ENTRIES(network_calls); index++)
      answer_if(&filter, network_calls[index], SECCOMP_RET_ALLOW);
    answer_socket(&filter);
  }
  answer_open(&filter);
  for (size_t index = 0; index < ENTRIES(process_calls); index++) answer_own(&filter, process_calls[index]);
  answer_clone(&filter);
  add(&filter, BPF_RET | BPF_K, REFUSE, 0, 0);
  struct sock_fprog program = {.len = filter.count, .filter = filter.steps};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool ibid_allow_calls(bool talks, bool runs) {
  (void)talks;
  (void)runs;
  return false;
}
#endif
