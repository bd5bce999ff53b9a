from vinhdanh.emulation.models.movement import Movement, Pledge
from vinhdanh.emulation.models.registration import Registration, RegistrationLine

__all__ = ["Movement", "Pledge", "Registration", "RegistrationLine"]
