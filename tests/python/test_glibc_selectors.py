"""abidex.glibc.selectors: what CPython's own tests (cpython.py) don't look at."""
import asyncio
import os
import selectors as stock
import socket
import unittest.mock

import pytest
from abidex.glibc import pipe2, raw, selectors


@pytest.fixture
def selector():
    with selectors.DefaultSelector() as selector:
        yield selector


BOTH = selectors.EVENT_READ | selectors.EVENT_WRITE


def test_it_is_ours():
    assert selectors.DefaultSelector is selectors.EpollSelector
    assert selectors.EpollSelector is not stock.EpollSelector
    assert issubclass(selectors.EpollSelector, stock.BaseSelector)
    assert selectors.EpollSelector._selector_cls.__module__ == 'abidex.glibc.select'


def test_other_names_are_the_standard_module():
    for name in ['BaseSelector', 'SelectorKey', 'EVENT_READ', 'EVENT_WRITE', 'SelectSelector',
                 'PollSelector']:
        assert getattr(selectors, name) is getattr(stock, name)
        assert name in dir(selectors)
    with pytest.raises(AttributeError):
        selectors.nothing


def test_lone_error_is_reported(selector):
    """pyglibc drops it."""
    reader, writer = pipe2(raw.O_CLOEXEC | raw.O_NONBLOCK)
    try:
        with pytest.raises(BlockingIOError):
            while True:
                os.write(writer, bytes(4096))
        os.close(reader)
        key = selector.register(writer, selectors.EVENT_WRITE)
        assert selector._selector.poll(0) == [(writer, raw.EPOLLERR)]
        assert selector.select(0) == [(key, selectors.EVENT_WRITE)]
        key = selector.modify(writer, selectors.EVENT_READ)
        assert selector.select(0) == [(key, selectors.EVENT_READ)]
        key = selector.modify(writer, BOTH)
        assert selector.select(0) == [(key, BOTH)]
    finally:
        os.close(writer)


def test_lone_hangup_is_reported(selector):
    reader, writer = pipe2(raw.O_CLOEXEC)
    os.close(writer)
    try:
        key = selector.register(reader, selectors.EVENT_READ)
        assert selector._selector.poll(0) == [(reader, raw.EPOLLHUP)]
        assert selector.select(0) == [(key, selectors.EVENT_READ)]
    finally:
        os.close(reader)


def test_no_key_before_epoll_has_it(selector):
    """pyglibc stores the key first."""
    with open(__file__) as file:
        for _ in range(2):
            with pytest.raises(PermissionError):
                selector.register(file, selectors.EVENT_READ)
        with pytest.raises(KeyError):
            selector.get_key(file)
    assert len(selector.get_map()) == 0


def test_no_key_while_epoll_is_asked(pair):
    """Nor does anybody see it before."""
    seen = []
    with unittest.mock.patch.object(selectors.EpollSelector, '_selector_cls') as cls:
        selector = selectors.EpollSelector()
        cls.return_value.register.side_effect = \
            lambda fd, events: seen.append(len(selector.get_map()))
        selector.register(pair[0], selectors.EVENT_READ)
    assert seen == [0]
    assert len(selector.get_map()) == 1


@pytest.mark.parametrize('events', [0, 4, 7, -1])
def test_bad_events(selector, pair, events):
    with pytest.raises(ValueError, match='Invalid events'):
        selector.register(pair[0], events)
    key = selector.register(pair[0], selectors.EVENT_READ)
    with pytest.raises(ValueError, match='Invalid events'):
        selector.modify(pair[0], events)
    assert selector.get_key(pair[0]) == key


def test_modify(selector, pair):
    left, right = pair
    right.send(b'x')
    selector.register(left, selectors.EVENT_WRITE)
    assert [events for _, events in selector.select(0)] == [selectors.EVENT_WRITE]
    selector.modify(left, selectors.EVENT_READ, 'data')
    assert selector.select(0) == [(selector.get_key(left), selectors.EVENT_READ)]
    assert selector.get_key(left).data == 'data'
    selector.modify(left, BOTH)
    assert [events for _, events in selector.select(0)] == [BOTH]


def test_map(selector, pair):
    left, right = pair
    key = selector.register(left, selectors.EVENT_READ)
    keys = selector.get_map()
    assert dict(keys) == {left.fileno(): key}
    assert left in keys and right not in keys
    with pytest.raises(KeyError, match='is not registered'):
        keys[right]
    with pytest.raises(ValueError):
        keys['strange']


def test_nothing_to_wait_for(selector):
    assert selector.select(0) == selector.select(-1) == selector.select(0.001) == []


def test_resolution(selector):
    assert selector.resolution == 0.001


def test_close(selector):
    fd = selector.fileno()
    selector.close()
    with pytest.raises(OSError):
        os.fstat(fd)
    with pytest.raises(ValueError):
        selector.fileno()
    with pytest.raises(RuntimeError):
        selector.get_key(0)
    selector.close()


def test_asyncio():
    """A program of asyncio runs on it: streams, a timer, a child, threads."""
    async def echo(reader, writer):
        writer.write((await reader.readline()).upper())
        await writer.drain()
        writer.close()

    async def main():
        server = await asyncio.start_server(echo, '127.0.0.1', 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(b'hello\n')
            line, _, number = await asyncio.gather(
                reader.readline(), asyncio.sleep(0.01),
                asyncio.get_running_loop().run_in_executor(None, os.getpid))
            writer.close()
            await writer.wait_closed()
        return line, number

    selector = selectors.DefaultSelector()
    with unittest.mock.patch.object(selectors.EpollSelector, 'select', autospec=True,
                                    side_effect=selectors.EpollSelector.select) as select:
        loop = asyncio.SelectorEventLoop(selector)
        try:
            assert loop.run_until_complete(main()) == (b'HELLO\n', os.getpid())
        finally:
            loop.close()
    assert select.call_count > 3
    with pytest.raises(ValueError):
        selector.fileno()
