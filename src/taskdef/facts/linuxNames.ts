/** Kernel capabilities that ECS knows, without the CAP_ prefix. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
export const capabilities: readonly string[] = (
  'ALL AUDIT_CONTROL AUDIT_WRITE BLOCK_SUSPEND CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE ' +
  'MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT ' +
  'SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM'
).split(' ');

/** Mount options of tmpfs that ECS knows; some take a value, as mode=1777. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html */
export const mountOptions: readonly string[] = (
  'defaults ro rw suid nosuid dev nodev exec noexec sync async dirsync remount mand nomand atime noatime diratime nodiratime bind rbind ' +
  'unbindable runbindable private rprivate shared rshared slave rslave relatime norelatime strictatime nostrictatime mode uid gid nr_inodes ' +
  'nr_blocks mpol'
).split(' ');

/** Kernel parameters that people set in containers. */
export const systemControlNamespaces: readonly string[] = (
  'net.core.somaxconn net.ipv4.tcp_keepalive_time net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.ip_local_port_range ' +
  'net.ipv4.ip_unprivileged_port_start net.ipv4.tcp_tw_reuse kernel.msgmax kernel.msgmnb kernel.msgmni kernel.sem kernel.shmall kernel.shmmax ' +
  'kernel.shmmni kernel.shm_rmid_forced fs.mqueue.msg_max fs.mqueue.msgsize_max fs.mqueue.queues_max'
).split(' ');
