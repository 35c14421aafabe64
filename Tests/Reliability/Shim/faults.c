// Lets the k-th file call of the program fail, stop the program, or do half its work.
//
// Loaded before the C library (LD_PRELOAD). Only calls on the village's files, on what is written
// outside of it, and on standard output and error count: counting begins when the path in
// FAULT_BEGIN is opened for the first time, and never includes the system's own folders.
//
//   FAULT_BEGIN  the path whose opening is call 1
//   FAULT_AT     the call that is to go wrong, from 1; 0 or missing: none
//   FAULT_KIND   an errno number, or "kill-before", "kill-after", "short"
//   FAULT_LOG    a file that gets one line per counted call, while no fault is planned
//   FAULT_FSYNC  "skip": fsync answers yes and does nothing
//   FAULT_TIME   seconds since 1970 that time() answers
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { none = 0, kill_before = -1, kill_after = -2, short_write = -3 };

static char begin_path[4096];
static int begun, fault_at, fault_kind, calls, log_file = -1, skips_fsync;
static time_t fixed_time = -1;
static unsigned char counted[1024];

__attribute__((constructor)) static void read_settings(void) {
  const char *value;
  if ((value = getenv("FAULT_BEGIN"))) strncpy(begin_path, value, sizeof begin_path - 1);
  if ((value = getenv("FAULT_AT"))) fault_at = atoi(value);
  if ((value = getenv("FAULT_TIME"))) fixed_time = atoll(value);
  if ((value = getenv("FAULT_FSYNC"))) skips_fsync = !strcmp(value, "skip");
  if ((value = getenv("FAULT_LOG")))
    log_file = (int)syscall(SYS_openat, AT_FDCWD, value,
                            O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if ((value = getenv("FAULT_KIND"))) {
    if (!strcmp(value, "kill-before")) fault_kind = kill_before;
    else if (!strcmp(value, "kill-after")) fault_kind = kill_after;
    else if (!strcmp(value, "short")) fault_kind = short_write;
    else fault_kind = atoi(value);
  }
  counted[1] = counted[2] = 1;
}

static int is_counted(int fd) { return begun && fd >= 0 && fd < 1024 && counted[fd]; }

static int is_systems(const char *path) {
  static const char *const folders[] = {"/proc", "/sys", "/etc", "/usr", "/lib", "/dev/null"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
    if (!strncmp(path, folders[i], strlen(folders[i]))) return 1;
  return 0;
}

// Whether a call that names a path in a folder counts; may begin the counting.
static int counts_path(int folder, const char *path) {
  if (!begun && *begin_path && !strcmp(path, begin_path)) begun = 1;
  if (!begun) return 0;
  return *path == '/' || folder == AT_FDCWD ? !is_systems(path) : is_counted(folder);
}

static void stop(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a call; what is to go wrong with it.
static int next_call(const char *name, const char *path) {
  calls++;
  if (log_file >= 0) {
    char line[4200];
    int length = snprintf(line, sizeof line, "%s %s\n", name, path ? path : "");
    syscall(SYS_write, log_file, line, (size_t)length);
  }
  int kind = calls == fault_at ? fault_kind : none;
  if (kind == kill_before) stop();
  return kind;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// A call that a fault takes the place of. `failed` is what it answers then.
#define PASS(type, failed, condition, label, path, call)         \
  do {                                                           \
    int kind_ = (condition) ? next_call(label, path) : none;     \
    if (kind_ > 0) { errno = kind_; return failed; }             \
    type answer_ = (call);                                       \
    if (kind_ == kill_after) stop();                             \
    return answer_;                                              \
  } while (0)

int openat(int folder, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | __O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  int counts = counts_path(folder, path);
  int kind = counts ? next_call("openat", path) : none;
  if (kind > 0) { errno = kind; return -1; }
  int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
  if (fd >= 0 && fd < 1024) counted[fd] = (unsigned char)counts;
  if (kind == kill_after) stop();
  return fd;
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | __O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  return openat(AT_FDCWD, path, flags, mode);
}

// The system closes a descriptor even when it answers with an error, and so does this.
int close(int fd) {
  int counts = is_counted(fd);
  int kind = counts ? next_call("close", NULL) : none;
  if (fd > 2 && fd < 1024) counted[fd] = 0;
  int answer = (int)syscall(SYS_close, fd);
  if (kind == kill_after) stop();
  if (kind > 0) { errno = kind; return -1; }
  return answer;
}

ssize_t read(int fd, void *buffer, size_t size) {
  PASS(ssize_t, -1, is_counted(fd), "read", NULL, syscall(SYS_read, fd, buffer, size));
}

ssize_t pread(int fd, void *buffer, size_t size, off_t offset) {
  PASS(ssize_t, -1, is_counted(fd), "pread", NULL,
       syscall(SYS_pread64, fd, buffer, size, offset));
}

ssize_t write(int fd, const void *buffer, size_t size) {
  int kind = is_counted(fd) ? next_call("write", NULL) : none;
  if (kind > 0) { errno = kind; return -1; }
  if (kind == short_write && size > 1) size /= 2;
  ssize_t answer = syscall(SYS_write, fd, buffer, size);
  if (kind == kill_after) stop();
  return answer;
}

int fsync(int fd) {
  PASS(int, -1, is_counted(fd), "fsync", NULL, skips_fsync ? 0 : (int)syscall(SYS_fsync, fd));
}

int ftruncate(int fd, off_t size) {
  PASS(int, -1, is_counted(fd), "ftruncate", NULL, (int)syscall(SYS_ftruncate, fd, size));
}

int flock(int fd, int operation) {
  PASS(int, -1, is_counted(fd), "flock", NULL, (int)syscall(SYS_flock, fd, operation));
}

int fchmod(int fd, mode_t mode) {
  PASS(int, -1, is_counted(fd), "fchmod", NULL, (int)syscall(SYS_fchmod, fd, mode));
}

int fstat(int fd, struct stat *status) {
  PASS(int, -1, is_counted(fd), "fstat", NULL, REAL(fstat)(fd, status));
}

int fstatat(int folder, const char *path, struct stat *status, int flags) {
  PASS(int, -1, counts_path(folder, path), "fstatat", path,
       REAL(fstatat)(folder, path, status, flags));
}

int renameat(int folder, const char *path, int new_folder, const char *new_path) {
  PASS(int, -1, counts_path(folder, path), "renameat", new_path,
       (int)syscall(SYS_renameat2, folder, path, new_folder, new_path, 0));
}

int unlinkat(int folder, const char *path, int flags) {
  PASS(int, -1, counts_path(folder, path), "unlinkat", path,
       (int)syscall(SYS_unlinkat, folder, path, flags));
}

int mkdirat(int folder, const char *path, mode_t mode) {
  PASS(int, -1, counts_path(folder, path), "mkdirat", path,
       (int)syscall(SYS_mkdirat, folder, path, mode));
}

DIR *fdopendir(int fd) {
  PASS(DIR *, NULL, is_counted(fd), "fdopendir", NULL, REAL(fdopendir)(fd));
}

struct dirent *readdir(DIR *stream) {
  PASS(struct dirent *, NULL, is_counted(dirfd(stream)), "readdir", NULL, REAL(readdir)(stream));
}

int closedir(DIR *stream) {
  int fd = dirfd(stream);
  int counts = is_counted(fd);
  if (fd > 2 && fd < 1024) counted[fd] = 0;
  PASS(int, -1, counts, "closedir", NULL, REAL(closedir)(stream));
}

time_t time(time_t *result) {
  time_t now = fixed_time;
  if (now < 0) {
    struct timespec clock;
    clock_gettime(CLOCK_REALTIME_COARSE, &clock);
    now = clock.tv_sec;
  }
  if (result) *result = now;
  return now;
}
