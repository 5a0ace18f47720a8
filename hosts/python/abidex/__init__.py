"""Call C through tables made from headers."""
from abidex._abidex import __version__, platform

__all__ = ['__version__', 'platform']
