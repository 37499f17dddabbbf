// What of Linux and glibc Swift's Glibc module does not have.
#pragma once
#define _GNU_SOURCE 1
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <pty.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <signal.h>
#include <wchar.h>
