// What a process can give up on Linux: none of it can be taken back.
#pragma once
#include <stdbool.h>
#include <stddef.h>

// Ends with its parent, gains no rights by running a program, leaves no core. false: the parent is gone already.
bool ibid_end_with_parent(void);
// The version of the kernel's Landlock; below 1: it has none.
long ibid_landlock_version(void);
// Closes all descriptors from this one on.
void ibid_close_from(unsigned first);
// Files below these paths can be read, run too where `runs`, and nothing else can be opened; a path that is not there is
// left out. false: the kernel has no Landlock.
bool ibid_allow_files(const char *const *paths, size_t count, bool runs);
// Only what a program that reads, computes and waits calls; with `talks` also sockets, with `runs` also execve. A call
// that is not listed fails with ENOSYS. false: the kernel has no seccomp filters.
bool ibid_allow_calls(bool talks, bool runs);
