"""The manual page, from what `lomwong --help` says: one text, so that neither grows old."""

import re
from datetime import datetime, timezone

PAGE = r""".TH LOMWONG 1 "{date}" "Lomwong {version}"
.SH NAME
lomwong \- keeps what circles of people learn, and finds it again
.SH SYNOPSIS
.B lomwong
[\fIOPTIONS\fR] \fICOMMAND\fR
.SH DESCRIPTION
{about}
.PP
The installed service runs as the user lomwong, so commands that touch its data do as well:
.PP
.nf
.RS
runuser \-u lomwong \-\- lomwong user add somchai \-\-name สมชาย \-\-administrator
.RE
.fi
.PP
.B lomwong-decode
opens one picture from outside in a cage. The server starts it; there is no other use for it.
.SH COMMANDS
Each of them takes \-\-help.
{commands}
.SH OPTIONS
{options}
.SH FILES
.TP
/etc/lomwong/lomwong.toml
settings of the installed service
.TP
/var/lib/lomwong
database, uploaded files, search index
.TP
/var/backups/lomwong
a back\-up of each night
.SH SEE ALSO
/usr/share/doc/lomwong/install.md, /usr/share/doc/lomwong/back\-up.md
"""
ENTRY = re.compile(r"^  (\S.*?)  +(\S.*)$", re.MULTILINE)


def page(told, version, moment):
    about, usage = told.split("Usage: ", 1)
    options, commands = usage.split("Options:\n", 1)[1].split("Subcommands:\n", 1)
    return PAGE.format(
        date=datetime.fromtimestamp(moment, timezone.utc).date(),
        version=version,
        about=paragraphs(about),
        commands=entries(commands),
        options=entries(options),
    )


def plain(text):
    """As roff shows it letter by letter."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.splitlines())


def paragraphs(text):
    return "\n.PP\n".join(f".nf\n{plain(part)}\n.fi" if part.startswith("  ") else plain(part) for part in text.strip("\n").split("\n\n"))


def entries(text):
    return "\n".join(f".TP\n.B {plain(name)}\n{plain(meaning)}" for name, meaning in ENTRY.findall(text))
