#!/usr/bin/python3
"""Runs apertium-apy, which has no option for it and listens on every address, on the loopback address alone."""

import tornado.netutil
import tornado.tcpserver

bind_sockets = tornado.netutil.bind_sockets


def on_loopback(port, address=None, *rest, **named):
    return bind_sockets(port, "127.0.0.1", *rest, **named)


tornado.netutil.bind_sockets = on_loopback
tornado.tcpserver.bind_sockets = on_loopback

from apertium_apy.apy import main  # noqa: E402  (it takes the names above when it is loaded)

main()
